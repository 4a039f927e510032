using System.Globalization;
using System.Text.RegularExpressions;
using SentimentWatch.Pipeline.Records.Reading;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Masks a line that could not be read as a record: of JSON, the values under caller headings go whatever they are.</summary>
internal static partial class RejectedLineMask
{
    /// <summary>See <see cref="Masker.MaskRejected"/>.</summary>
    public static string Mask(string line)
    {
        var plain = Escape().Replace(line, Unescaped);
        var withoutCaller = Property().Replace(plain, property => Headings.Find(property.Groups["name"].Value) is { Field: Field.Caller }
            ? $"\"{property.Groups["name"].Value}\":\"{Placeholders.Name}\""
            : property.Value);
        return TextMask.Mask(withoutCaller);
    }

    // Halves of surrogate pairs stay escaped: they hold no personal data and are no text on their own.
    private static string Unescaped(Match escape)
    {
        var character = (char)int.Parse(escape.Groups["code"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return char.IsSurrogate(character) ? escape.Value : character.ToString();
    }

    [GeneratedRegex(@"\\u(?<code>[0-9a-fA-F]{4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();

    [GeneratedRegex(@"""(?<name>[^""\\\n]{1,40})""\s*:\s*(""([^""\\]|\\.)*""?|\[[^\]]*\]?|[^,}\]\s]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Property();
}
