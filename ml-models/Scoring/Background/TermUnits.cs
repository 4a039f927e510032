using SentimentWatch.Models.Text;

namespace SentimentWatch.Models.Background;

/// <summary>
/// A text as a row of units: a Chinese character, or a whole word of letters and digits ("110kv", "805"). Whatever no name runs across
/// (marks, blanks, words like 的 and 我们, amounts, dates, long numbers) is a break. Reused from text to text. Not thread-safe.
/// </summary>
public sealed class TermUnits
{
    /// <summary>The code that parts units.</summary>
    public const int Break = 0;

    // From here on a code stands for a word of letters and digits.
    private const int FirstWord = 0x1_0000;

    // Stands for no unit; pairs a unit with nothing.
    private const int Alone = int.MaxValue;
    private const int LongestNumber = 4;
    private const int LongestWord = 16;

    // Characters that hold sentences together; names hardly ever have one.
    private const string Glue = "的了是我们你您他她它吗呢吧啊呀嘛么这那哪也就把被让请很还又且但因此所在不没什怎已该";

    // What follows a number that only tells how much or when.
    private const string Measures = "年月日元万块点时分天岁人户次个米%℃平倍多余斤吨度角秒周股成折";

    private static readonly bool[] IsGlue = Table(Glue);
    private static readonly bool[] IsMeasure = Table(Measures);

    private int[] _codes = new int[512];
    private int[] _starts = new int[512];

    /// <summary>Number of units, breaks included.</summary>
    public int Count { get; private set; }

    /// <summary>The units.</summary>
    public ReadOnlySpan<int> Codes => _codes.AsSpan(0, Count);

    /// <summary>Where each unit starts in the text it came from, in UTF-16 units.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>True for a word of letters and digits.</summary>
    public static bool IsWord(int code) => code >= FirstWord;

    /// <summary>Forgets what was read.</summary>
    public void Clear() => Count = 0;

    /// <summary>Appends the units of a text, with a break before and after.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many UTF-16 units of it are read.</param>
    public void Add(string? text, int most)
    {
        var end = Math.Min(text?.Length ?? 0, most);
        Reserve(end + 2);
        Put(Break, 0);
        for (var i = 0; i < end; i++)
        {
            var unit = VariantTable.Fold(text![i]);
            if (VariantTable.IsPlain(unit))
            {
                Put(IsGlue[unit] ? Break : unit, i);
            }
            else if (char.IsAsciiLetterOrDigit(unit))
            {
                i = Word(text, i, end) - 1;
            }
            else if (unit != '\0')
            {
                Put(Break, i);
            }
        }

        Put(Break, end);
    }

    /// <summary>The key of two neighbours; 0 when one of them is a break.</summary>
    public static uint Pair(int first, int second)
    {
        if (first == Break || second == Break)
        {
            return 0;
        }

        var hash = ((uint)first * 0x9E3779B1u) ^ (((uint)second + 0x7F4A7C15u) * 0x85EBCA6Bu);
        hash ^= hash >> 15;
        hash *= 0xC2B2AE35u;
        hash ^= hash >> 13;
        return hash | (hash == 0 ? 1u : 0u);
    }

    /// <summary>The key of one unit alone; 0 for a break.</summary>
    public static uint Unit(int code) => code == Break ? 0 : Pair(code, Alone);

    /// <summary>The key of two neighbours and the ending after them; 0 when one of them is a break.</summary>
    public static uint Name(int first, int second, int ending) =>
        Pair(first, second) is not 0 and var pair && ending != Break ? Pair((int)(pair & int.MaxValue), ending) : 0;

    private static bool[] Table(string units)
    {
        var table = new bool[char.MaxValue + 1];
        foreach (var unit in units)
        {
            table[unit] = true;
        }

        return table;
    }

    private int Word(string text, int start, int end)
    {
        var hash = 0x811C9DC5u;
        var digits = true;
        var at = LineStart(text, start, end);
        for (; at < end && VariantTable.Fold(text[at]) is var unit && char.IsAsciiLetterOrDigit(unit); at++)
        {
            hash = (hash ^ unit) * 0x01000193u;
            digits &= char.IsAsciiDigit(unit);
        }

        var length = at - start;
        digits &= char.IsAsciiDigit(VariantTable.Fold(text[start]));
        var amount = digits && (length > LongestNumber || (at < end && IsMeasure[VariantTable.Fold(text[at])]));
        Put(amount || length > LongestWord ? Break : FirstWord + (int)(hash & 0x3FFF_FFFF), start);
        return at;
    }

    // "K338", "G309": one letter before the number of a line or a road is often left out.
    private static int LineStart(string text, int start, int end) =>
        start + 2 < end && char.IsAsciiLetter(VariantTable.Fold(text[start])) && char.IsAsciiDigit(VariantTable.Fold(text[start + 1])) && char.IsAsciiDigit(VariantTable.Fold(text[start + 2]))
            ? start + 1
            : start;

    private void Put(int code, int start)
    {
        if (code == Break && Count > 0 && _codes[Count - 1] == Break)
        {
            return;
        }

        Reserve(1);
        _codes[Count] = code;
        _starts[Count++] = start;
    }

    private void Reserve(int more)
    {
        if (Count + more > _codes.Length)
        {
            var size = Math.Max(_codes.Length * 2, Count + more);
            Array.Resize(ref _codes, size);
            Array.Resize(ref _starts, size);
        }
    }
}
