using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SentimentWatch.Models.Text;

namespace SentimentWatch.Models.Features;

/// <summary>
/// The known features of one text, each once however often it occurs. Training and scoring both call this, so they cannot
/// differ. Reused from text to text: it allocates only to grow. Not thread-safe.
/// </summary>
internal sealed class RecordFeatures(Vocabulary vocabulary)
{
    private const int StartLength = 6;
    private const int EndLength = 8;

    // How many keys ahead a look-up is asked for.
    private const int Ahead = 8 * GramKeys.Longest;

    // When a feature was last counted, as a number of one byte: the whole array stays in the cache of a core.
    private readonly byte[] _seen = new byte[vocabulary.Count + 1];
    private byte _epoch;
    private uint[] _keys = new uint[1024 * GramKeys.Longest];

    // For each unit the numbers of the n-grams that start there, plus one; 0 where one is not known.
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
    public int GramAt(int unit, int length) => _grams[(unit * GramKeys.Longest) + length - 1] - 1;

    /// <summary>The first units of a text, whose n-grams count apart.</summary>
    public static ReadOnlySpan<char> StartOf(ReadOnlySpan<char> units) => units[..Math.Min(units.Length, StartLength)];

    /// <summary>The last units of a text, whose n-grams count apart.</summary>
    public static ReadOnlySpan<char> EndOf(ReadOnlySpan<char> units) => units[Math.Max(0, units.Length - EndLength)..];

    /// <summary>Reads the n-grams of every unit; what <see cref="Window"/> and <see cref="GramAt"/> use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Scan(ReadOnlySpan<char> units)
    {
        Reserve(units.Length);
        // Keys first, look-ups after: a look-up is then asked for some keys ahead and need not wait for memory.
        var keys = _keys.AsSpan(0, units.Length * GramKeys.Longest);
        GramKeys.List(units, GramKeys.Text, keys);
        var grams = _grams.AsSpan(0, keys.Length);
        for (var at = 0; at < keys.Length; at += GramKeys.Longest)
        {
            if (at + Ahead < keys.Length)
            {
                vocabulary.Prefetch(keys[at + Ahead + 1]);
                vocabulary.Prefetch(keys[at + Ahead + 2]);
            }
            var one = vocabulary.FindUnit(units[at / GramKeys.Longest]);
            var two = one < 0 ? -1 : vocabulary.Find(keys[at + 1]);
            grams[at] = one + 1;
            grams[at + 1] = two + 1;
            grams[at + 2] = two < 0 ? 0 : vocabulary.Find(keys[at + 2]) + 1;
        }
    }

    /// <summary>Fills the groups of a whole record; <see cref="Scan"/> has been called on the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Record(FoldedText text, string channel)
    {
        NextEpoch();
        var units = text.Units;
        var count = Distinct(_grams.AsSpan(0, units.Length * GramKeys.Longest), _ids);
        _textEnd = count;
        Grams(units[..text.TitleLength], GramKeys.Title, ref count);
        _titleEnd = count;
        var end = EndOf(units);
        Grams(StartOf(units), GramKeys.Start, ref count);
        Grams(end, GramKeys.End, ref count);
        Tails(end, ref count);
        Take(GramKeys.Register(channel), ref count);
        _edgeEnd = count;
    }

    /// <summary>Writes the n-grams that start in a window, each once, and returns how many. They may reach two units beyond it.</summary>
    public int Window(int start, int end, Span<int> ids)
    {
        NextEpoch();
        return Distinct(_grams.AsSpan(start * GramKeys.Longest, (end - start) * GramKeys.Longest), ids);
    }

    // Without a jump that depends on the text: it would be guessed wrongly every other time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Distinct(ReadOnlySpan<int> grams, Span<int> ids)
    {
        ref var seen = ref MemoryMarshal.GetArrayDataReference(_seen);
        ref var target = ref MemoryMarshal.GetReference(ids);
        var (epoch, count) = (_epoch, 0);
        _ = ids[grams.Length];
        seen = epoch;
        foreach (var gram in grams)
        {
            ref var mark = ref Unsafe.Add(ref seen, gram);
            Unsafe.Add(ref target, count) = gram - 1;
            count += mark != epoch ? 1 : 0;
            mark = epoch;
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        if (id >= 0 && _seen[id + 1] != _epoch)
        {
            _seen[id + 1] = _epoch;
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
