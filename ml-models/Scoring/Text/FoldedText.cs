using System.Runtime.CompilerServices;

namespace SentimentWatch.Models.Text;

/// <summary>
/// A title and a body folded into one reusable buffer: variants unified, white space between Chinese characters dropped,
/// long runs cut, links reduced to a mark. Every folded unit remembers where it stood, so that words can be shown as written.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>Stands between title and body, and between the kept parts of an overlong text; no n-gram crosses it.</summary>
    public const char Break = '\u0001';

    /// <summary>Stands for a link.</summary>
    public const char Link = '\u0002';

    // An emoticon such as [怒] becomes one unit of the private use area, so that n-grams treat it as one character.
    private const char FirstEmoticon = '\uE100';
    private const int Emoticons = 4096;
    private const int LongestEmoticon = 8;

    // A text longer than this keeps its start, its end and windows spread over the middle.
    private const int WholeLimit = 32_768;
    private const int HeadLength = 16_384;
    private const int TailLength = 8_192;
    private const int WindowLength = 1_024;
    private const int Windows = 8;

    private char[] _units = new char[1024];
    private int[] _origins = new int[1024];
    private string _title = "";
    private string _body = "";

    /// <summary>Number of folded units, the break between title and body included.</summary>
    public int Length { get; private set; }

    /// <summary>Number of folded units of the title; the body starts one unit later when there is a title.</summary>
    public int TitleLength { get; private set; }

    /// <summary>Where the body starts.</summary>
    public int BodyStart { get; private set; }

    /// <summary>The folded units.</summary>
    public ReadOnlySpan<char> Units => _units.AsSpan(0, Length);

    /// <summary>Folds a title and a body, replacing what was here.</summary>
    public void Set(string? title, string? body)
    {
        _title = title ?? "";
        _body = body ?? "";
        Length = 0;
        Append(_title, 0);
        TitleLength = Length;
        if (Length > 0)
        {
            Put(Break, _title.Length);
        }
        BodyStart = Length;
        Append(_body, _title.Length + 1);
    }

    /// <summary>The words from <paramref name="start"/> (inclusive) to <paramref name="end"/> (exclusive) as they stand in the text.</summary>
    public string Original(int start, int end)
    {
        var (inTitle, from, length) = Locate(start, end);
        return (inTitle ? _title : _body).Substring(from, length);
    }

    /// <summary>Where folded units stand in the text: in title or body, the first character and how many.</summary>
    public (bool InTitle, int From, int Length) Locate(int start, int end)
    {
        var from = _origins[start];
        var to = _origins[end - 1];
        var inTitle = from <= _title.Length && to < _title.Length;
        var text = inTitle ? _title : _body;
        if (!inTitle)
        {
            from = Math.Max(0, from - _title.Length - 1);
            to = Math.Clamp(to - _title.Length - 1, from, Math.Max(from, _body.Length - 1));
        }
        if (IsEmoticon(_units[end - 1]))
        {
            to += EmoticonLength(text, to, text.Length) - 1;
        }
        return (inTitle, from, Math.Min(to + 1, text.Length) - from);
    }

    /// <summary>Whether a folded unit stands for an emoticon.</summary>
    public static bool IsEmoticon(char unit) => unit is >= FirstEmoticon and < (char)(FirstEmoticon + Emoticons);

    private void Append(string text, int offset)
    {
        if (text.Length <= WholeLimit)
        {
            AppendPart(text, 0, text.Length, offset);
            return;
        }
        AppendPart(text, 0, HeadLength, offset);
        var step = (text.Length - HeadLength - TailLength - WindowLength) / (Windows - 1);
        for (var i = 0; i < Windows; i++)
        {
            Put(Break, offset + HeadLength + (i * step));
            AppendPart(text, HeadLength + (i * step), HeadLength + (i * step) + WindowLength, offset);
        }
        Put(Break, offset + text.Length - TailLength);
        AppendPart(text, text.Length - TailLength, text.Length, offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AppendPart(string text, int from, int to, int offset)
    {
        Reserve(to - from);
        var run = 0;
        var last = Break;
        var pendingSpace = false;
        for (var i = from; i < to; i++)
        {
            var unit = VariantTable.Fold(text[i]);
            if (unit != last && VariantTable.IsPlain(unit))
            {
                // What nearly every character is: nothing to look at, nothing pending, no run. Room was reserved above.
                pendingSpace = false;
                run = 1;
                last = unit;
                _units[Length] = unit;
                _origins[Length++] = offset + i;
                continue;
            }
            var skip = 0;
            if (unit == '\0')
            {
                continue;
            }
            if (unit == ' ')
            {
                pendingSpace = true;
                continue;
            }
            if (unit == 'h' && IsLink(text, i, to))
            {
                i = SkipLink(text, i, to) - 1;
                unit = Link;
            }
            else if (unit == '[' && EmoticonLength(text, i, to) is var length && length > 0)
            {
                unit = Emoticon(text.AsSpan(i + 1, length - 2));
                skip = length - 1;
            }
            else if (char.IsAsciiDigit(unit))
            {
                unit = '0';
            }
            if (pendingSpace && char.IsAsciiLetter(unit) && char.IsAsciiLetter(last))
            {
                Put(' ', offset + i);
            }
            pendingSpace = false;
            run = unit == last ? run + 1 : 1;
            last = unit;
            if (run <= 3)
            {
                Put(unit, offset + i);
            }
            i += skip;
        }
    }

    // Length of an emoticon with its brackets, 0 when there is none here.
    private static int EmoticonLength(string text, int at, int to)
    {
        var inside = text.AsSpan(at + 1, Math.Min(LongestEmoticon + 1, to - at - 1));
        var end = inside.IndexOfAny(']', '】');
        return end > 0 && inside[..end].IndexOfAny('[', '【', ' ') < 0 ? end + 2 : 0;
    }

    private static char Emoticon(ReadOnlySpan<char> name)
    {
        var hash = 0u;
        foreach (var unit in name)
        {
            hash = (hash ^ VariantTable.Fold(unit)) * 0x9E3779B1u;
        }
        return (char)(FirstEmoticon + (hash >> 20));
    }

    private static bool IsLink(string text, int at, int to) =>
        string.Compare(text, at, "http", 0, 4, StringComparison.OrdinalIgnoreCase) == 0 && at + 7 < to && text.AsSpan(at + 4, 4).Contains('/');

    private static int SkipLink(string text, int at, int to)
    {
        while (at < to && text[at] > ' ' && text[at] < 127)
        {
            at++;
        }
        return at;
    }

    private void Put(char unit, int origin)
    {
        Reserve(1);
        _units[Length] = unit;
        _origins[Length++] = origin;
    }

    private void Reserve(int more)
    {
        if (Length + more <= _units.Length)
        {
            return;
        }
        var size = Math.Max(_units.Length * 2, Length + more);
        Array.Resize(ref _units, size);
        Array.Resize(ref _origins, size);
    }
}
