using SentimentWatch.Models.Text;

namespace SentimentWatch.Models.Features;

/// <summary>
/// The known features of one text, each once however often it occurs. Training and scoring both call this, so they cannot
/// differ. Reused from text to text: it allocates only to grow. Not thread-safe.
/// </summary>
internal sealed class RecordFeatures(Vocabulary vocabulary)
{
    /// <summary>How many first units count as the start.</summary>
    public const int StartLength = 6;

    /// <summary>How many last units count as the end.</summary>
    public const int EndLength = 8;

    // How many keys ahead a look-up is asked for.
    private const int Ahead = 8 * GramKeys.Longest;

    // When a feature was last counted, as a number of one byte: the whole array stays in the cache of a core.
    private readonly byte[] _seen = new byte[vocabulary.Count];
    private byte _epoch;
    private uint[] _keys = new uint[1024 * GramKeys.Longest];
    private int[] _grams = new int[1024 * GramKeys.Longest];
    private int[] _ids = new int[1024 * GramKeys.Longest];
    private int _textEnd;
    private int _titleEnd;
    private int _edgeEnd;

    /// <summary>n-grams of title and body.</summary>
    public ReadOnlySpan<int> Text => _ids.AsSpan(0, _textEnd);

    /// <summary>n-grams of the title, apart from the same in <see cref="Text"/>.</summary>
    public ReadOnlySpan<int> Title => _ids.AsSpan(_textEnd, _titleEnd - _textEnd);

    /// <summary>n-grams of the first and last units, and the register of the channel.</summary>
    public ReadOnlySpan<int> Edges => _ids.AsSpan(_titleEnd, _edgeEnd - _titleEnd);

    /// <summary>The n-gram of a length (1 to 3) that starts at a unit; −1 when it is not known.</summary>
    public int GramAt(int unit, int length) => _grams[(unit * GramKeys.Longest) + length - 1];

    /// <summary>Reads the n-grams of every unit; what <see cref="Window"/> and <see cref="GramAt"/> use.</summary>
    public void Scan(ReadOnlySpan<char> units)
    {
        Reserve(units.Length);
        // Keys first, look-ups after: a look-up is then asked for some keys ahead and need not wait for memory.
        var keys = _keys.AsSpan(0, units.Length * GramKeys.Longest);
        ListKeys(units, keys);
        var grams = _grams.AsSpan(0, keys.Length);
        for (var at = 0; at < keys.Length; at += GramKeys.Longest)
        {
            for (var n = 0; n < GramKeys.Longest && at + Ahead < keys.Length; n++)
            {
                vocabulary.Prefetch(keys[at + Ahead + n]);
            }
            var known = true;
            for (var n = 0; n < GramKeys.Longest; n++)
            {
                var id = known ? vocabulary.Find(keys[at + n]) : -1;
                grams[at + n] = id;
                known = id >= 0;
            }
        }
    }

    // 0, which no feature has, where an n-gram would run over the end or a break.
    private static void ListKeys(ReadOnlySpan<char> units, Span<uint> keys)
    {
        for (var i = 0; i < units.Length; i++)
        {
            var hash = GramKeys.Text;
            var whole = true;
            for (var n = 0; n < GramKeys.Longest; n++)
            {
                whole = whole && i + n < units.Length && units[i + n] != FoldedText.Break;
                hash = whole ? GramKeys.Step(hash, units[i + n]) : 0;
                keys[(i * GramKeys.Longest) + n] = whole ? GramKeys.Key(hash) : 0;
            }
        }
    }

    /// <summary>Fills the groups of a whole record; <see cref="Scan"/> has been called on the text.</summary>
    public void Record(FoldedText text, string channel)
    {
        NextEpoch();
        var units = text.Units;
        var count = 0;
        var seen = _seen;
        foreach (var id in _grams.AsSpan(0, units.Length * GramKeys.Longest))
        {
            if (id >= 0 && seen[id] != _epoch)
            {
                seen[id] = _epoch;
                _ids[count++] = id;
            }
        }
        _textEnd = count;
        Grams(units[..text.TitleLength], GramKeys.Title, ref count);
        _titleEnd = count;
        var end = units[Math.Max(0, units.Length - EndLength)..];
        Grams(units[..Math.Min(units.Length, StartLength)], GramKeys.Start, ref count);
        Grams(end, GramKeys.End, ref count);
        Tails(end, ref count);
        Take(GramKeys.Register(channel), ref count);
        _edgeEnd = count;
    }

    /// <summary>Writes the features of a window, each once, n-grams of up to <paramref name="longest"/> units; returns how many.</summary>
    public int Window(int start, int end, int longest, Span<int> ids)
    {
        NextEpoch();
        var count = 0;
        for (var i = start; i < end; i++)
        {
            var most = Math.Min(longest, end - i);
            for (var n = 0; n < most; n++)
            {
                var id = _grams[(i * GramKeys.Longest) + n];
                if (id < 0)
                {
                    break;
                }
                if (_seen[id] != _epoch)
                {
                    _seen[id] = _epoch;
                    ids[count++] = id;
                }
            }
        }
        return count;
    }

    private void Grams(ReadOnlySpan<char> units, uint salt, ref int count)
    {
        for (var i = 0; i < units.Length; i++)
        {
            var hash = salt;
            for (var n = 0; n < GramKeys.Longest && i + n < units.Length && units[i + n] != FoldedText.Break; n++)
            {
                hash = GramKeys.Step(hash, units[i + n]);
                if (!Take(GramKeys.Key(hash), ref count))
                {
                    break;
                }
            }
        }
    }

    // How a text ends carries much of its mood: the last one, two and three units as such.
    private void Tails(ReadOnlySpan<char> units, ref int count)
    {
        for (var n = 1; n <= GramKeys.Longest && n <= units.Length; n++)
        {
            Take(GramKeys.Tail(units[^n..]), ref count);
        }
    }

    private bool Take(uint key, ref int count)
    {
        var id = vocabulary.Find(key);
        if (id >= 0 && _seen[id] != _epoch)
        {
            _seen[id] = _epoch;
            _ids[count++] = id;
        }
        return id >= 0;
    }

    private void NextEpoch()
    {
        if (++_epoch == 0)
        {
            Array.Clear(_seen);
            _epoch = 1;
        }
    }

    private void Reserve(int units)
    {
        // Room for the n-grams of the text and of a title as long as it, and for the edges.
        var room = (units * GramKeys.Longest * 2) + 128;
        if (room > _ids.Length)
        {
            Array.Resize(ref _ids, room * 2);
            Array.Resize(ref _grams, room * 2);
            Array.Resize(ref _keys, room * 2);
        }
    }
}
