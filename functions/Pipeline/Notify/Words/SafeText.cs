using System.Text;
using System.Text.RegularExpressions;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Notify.Words;

/// <summary>Citizens' text made harmless for chats: one line, bounded, and never anything that a client turns into a link by itself.</summary>
public static partial class SafeText
{
    private const string Narrow = @"\*_[]()~`#<>!|&@{}";

    /// <summary>One line of at most <paramref name="length"/> characters as people count them, and at most twice as many UTF-16 units, so that its bytes are bounded; what is cut is marked by ….</summary>
    public static string Line(string? text, int length)
    {
        var given = text is { Length: var units } && units > 2 * length ? string.Concat(text.AsSpan(0, 2 * length), "…") : text;
        return Slashes().Replace(Dot().Replace(Scheme().Replace(PlainText.Line(given, length), "："), "．"), "／／");
    }

    /// <summary>
    /// The same for markdown that knows no escape (企业微信, 钉钉): every mark is written as its full-width twin, so that it neither makes a
    /// link, a mention, a heading nor leaves a tag.
    /// </summary>
    public static string Wide(string? text, int length)
    {
        var line = Line(text, length);
        var wide = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            wide.Append(Narrow.Contains(c, StringComparison.Ordinal) ? (char)(c + 0xFEE0) : c);
        }

        return wide.ToString();
    }

    // http: and mailto:, but not the bare "https://" of a sentence.
    [GeneratedRegex(@"(?<=[A-Za-z]):(?=\S)(?!//(?:\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"//(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Slashes();

    // The point of a host name, not that of a decimal number: no name ends in digits, and an address has four of them.
    [GeneratedRegex(@"(?<=[\w-])\.(?=[\p{L}\p{N}-])(?!(?<=(?<![A-Za-z0-9_.-])[0-9]{1,6}\.)[0-9]{1,6}(?![A-Za-z0-9_.:-]))", RegexOptions.CultureInvariant)]
    private static partial Regex Dot();
}
