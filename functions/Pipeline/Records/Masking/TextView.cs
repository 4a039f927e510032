using System.Globalization;
using System.Text;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>
/// A text as a reader sees it: full-width and other digits plain, invisible characters, tags and escapes undone, numerals spelled in
/// 汉字 as digits. Patterns run on <see cref="Text"/>; what they find is mapped back to the original.
/// </summary>
internal sealed class TextView
{
    private const int MaxTagLength = 80;
    private readonly int[] _origin;

    private TextView(string original, string text, int[] origin) => (Original, Text, _origin) = (original, text, origin);

    /// <summary>The text as it came.</summary>
    public string Original { get; }

    /// <summary>The text as it is read.</summary>
    public string Text { get; }

    /// <summary>Where in the original the character at <paramref name="at"/> begins; the original's length for the end.</summary>
    public int Origin(int at) => _origin[at];

    /// <summary>Builds the view; linear in the length of <paramref name="original"/>.</summary>
    public static TextView Of(string original)
    {
        var text = new char[original.Length];
        var origin = new int[original.Length + 1];
        var length = 0;
        for (var at = 0; at < original.Length;)
        {
            var (character, width) = Read(original, at);
            if (character != '\0')
            {
                text[length] = character;
                origin[length++] = at;
            }

            at += width;
        }

        origin[length] = original.Length;
        SpelledDigits.Convert(text.AsSpan(0, length));
        return new TextView(original, new string(text, 0, length), origin);
    }

    /// <summary>The character seen at a place, NUL for none, and how many characters of the original it takes.</summary>
    private static (char Seen, int Width) Read(string text, int at)
    {
        var character = text[at];
        switch (character)
        {
            case '&' when HtmlEntity(text, at) is { Width: > 0 } entity:
                return entity;
            case '\\' when JsonEscape(text, at) is { Width: > 0 } escape:
                return escape;
            case '<' when TagWidth(text, at) is > 0 and var width:
                return ('\0', width);
            case < '\u0080':
                return (character, 1);
            case >= '一' and <= '鿿':
                return (character, 1);
            case >= '！' and <= '～':
                return ((char)(character - 0xFEE0), 1);
            case '\u3000' or '\u00A0':
                return (' ', 1);
            default:
                return Rune.TryGetRuneAt(text, at, out var rune) ? (Plain(rune), rune.Utf16SequenceLength) : (character, 1);
        }
    }

    private static char Plain(Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            return '\0';
        }

        if (category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber
            && Rune.GetNumericValue(rune) is >= 0 and <= 9 and var value && double.IsInteger(value))
        {
            return (char)('0' + (int)value);
        }

        if (category == UnicodeCategory.SpaceSeparator)
        {
            return ' ';
        }

        // 𝐀-like letters and the like; what has no one-character form is any symbol.
        var folded = rune.IsBmp && category == UnicodeCategory.OtherLetter ? null : rune.ToString().Normalize(NormalizationForm.FormKC);
        return folded is { Length: 1 } ? folded[0] : rune.IsBmp ? (char)rune.Value : '\uFFFD';
    }

    private static (char Seen, int Width) HtmlEntity(string text, int at)
    {
        var end = text.AsSpan(at, Math.Min(10, text.Length - at)).IndexOf(';');
        if (end < 2)
        {
            return default;
        }

        var name = text.AsSpan(at + 1, end - 1);
        var code = name switch
        {
            "nbsp" => ' ',
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "commat" => '@',
            ['#', 'x' or 'X', ..] when int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) => hex,
            ['#', ..] when int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => 0,
        };
        return Rune.IsValid(code) && code > 0 ? (SeenAs(new Rune(code)), end + 1) : default;
    }

    private static (char Seen, int Width) JsonEscape(string text, int at) =>
        at + 6 <= text.Length && text[at + 1] == 'u'
            && int.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code)
            ? (SeenAs(new Rune(code)), 6)
            : default;

    // An escape may stand for a full-width digit or for an invisible character too.
    private static char SeenAs(Rune rune) => rune.Value switch
    {
        < 0x80 => (char)rune.Value,
        >= '！' and <= '～' => (char)(rune.Value - 0xFEE0),
        _ => Plain(rune),
    };

    private static int TagWidth(string text, int at)
    {
        if (at + 2 >= text.Length || !(char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/'))
        {
            return 0;
        }

        var window = text.AsSpan(at, Math.Min(MaxTagLength, text.Length - at));
        var end = window.IndexOf('>');
        return end > 0 && window[..end].IndexOf('\n') < 0 ? end + 1 : 0;
    }
}
