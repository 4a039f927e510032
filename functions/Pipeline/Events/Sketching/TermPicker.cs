using System.Runtime.InteropServices;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Collects weighted terms of one text and picks the heaviest. Reused from text to text, without allocating; not thread-safe.</summary>
internal sealed class TermPicker(int most)
{
    // A term said again weighs a little more; one said ten times is not ten times as telling.
    private const float Again = 0.35f;
    private const float MostFactor = 3;
    private const int Slots = 1 << 13;

    // Open addressing over hashes; a text has fewer terms than half the slots.
    private readonly Term[] _slots = new Term[Slots];
    private readonly int[] _used = new int[Slots / 2];
    private readonly Term[] _best = new Term[most];
    private int _count;

    /// <summary>Forgets the terms.</summary>
    public void Clear()
    {
        for (var i = 0; i < _count; i++)
        {
            _slots[_used[i]] = default;
        }

        _count = 0;
    }

    /// <summary>Counts an occurrence of a term.</summary>
    /// <param name="key">Its hash; never 0.</param>
    /// <param name="rarity">What it weighs by itself.</param>
    /// <param name="factor">What its place in the text makes of that.</param>
    /// <param name="flags">See <see cref="Sketch.Flags"/>.</param>
    public void Add(uint key, float rarity, float factor, int flags = 0)
    {
        var at = (int)((key * 0x9E3779B1u) >> 19);
        while (_slots[at].Key != 0 && _slots[at].Key != key)
        {
            at = (at + 1) & (Slots - 1);
        }

        ref var term = ref _slots[at];
        if (term.Key == key)
        {
            term = term with { Factor = Math.Min(Math.Max(term.Factor, factor) + Again, MostFactor), Flags = term.Flags | flags };
        }
        else if (_count < _used.Length)
        {
            term = new Term(key, rarity, factor, flags);
            _used[_count++] = at;
        }
    }

    /// <summary>The heaviest terms, heaviest first; equal weights in the order of their hashes. Good until the next call.</summary>
    public ReadOnlySpan<Term> Pick()
    {
        var count = 0;
        for (var i = 0; i < _count; i++)
        {
            ref var term = ref _slots[_used[i]];
            if (count == most && !IsHeavier(term, _best[count - 1]))
            {
                continue;
            }

            var at = count < most ? count++ : count - 1;
            for (; at > 0 && IsHeavier(term, _best[at - 1]); at--)
            {
                _best[at] = _best[at - 1];
            }

            _best[at] = term;
        }

        return _best.AsSpan(0, count);
    }

    private static bool IsHeavier(in Term one, in Term other) =>
        one.Weight != other.Weight ? one.Weight > other.Weight : one.Key < other.Key;

    /// <summary>A term.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Term(uint Key, float Rarity, float Factor, int Flags)
    {
        /// <summary>Rarity times place.</summary>
        public float Weight => Rarity * Factor;
    }
}
