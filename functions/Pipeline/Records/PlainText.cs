using System.Globalization;
using System.Text;

namespace SentimentWatch.Pipeline.Records;

/// <summary>Citizens' text as one harmless line: no control, direction or zero-width characters.</summary>
public static class PlainText
{
    /// <summary>One line of at most <paramref name="length"/> text elements; what is cut is marked by ….</summary>
    public static string Line(string? text, int length)
    {
        var clean = Clean(text, keepLines: false);
        var info = new StringInfo(clean);
        return info.LengthInTextElements <= length ? clean : info.SubstringByTextElements(0, length - 1) + "…";
    }

    /// <summary>The text without characters that cannot be seen; line breaks stay when <paramref name="keepLines"/> says so.</summary>
    public static string Clean(string? text, bool keepLines)
    {
        var clean = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (keepLines && rune.Value is '\n' or '\r')
            {
                clean.Append((char)rune.Value);
            }
            else if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control)
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim();
    }
}
