using System.Runtime.InteropServices;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Collects weighted terms of one text and picks the heaviest. Reused from text to text; not thread-safe.</summary>
internal sealed class TermPicker(int most)
{
    // A term said again weighs a little more; one said ten times is not ten times as telling.
    private const float Again = 0.35f;
    private const float MostFactor = 3;

    private readonly Dictionary<uint, Term> _terms = [];
    private readonly List<Term> _order = [];

    /// <summary>Forgets the terms.</summary>
    public void Clear() => _terms.Clear();

    /// <summary>Counts an occurrence of a term.</summary>
    /// <param name="key">Its hash.</param>
    /// <param name="rarity">What it weighs by itself.</param>
    /// <param name="factor">What its place in the text makes of that.</param>
    /// <param name="flags">See <see cref="Sketch.Flags"/>.</param>
    public void Add(uint key, float rarity, float factor, int flags = 0)
    {
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, key, out var known);
        term = known
            ? term with { Factor = Math.Min(Math.Max(term.Factor, factor) + Again, MostFactor), Flags = term.Flags | flags }
            : new Term(key, rarity, factor, flags);
    }

    /// <summary>The heaviest terms, heaviest first; equal weights in the order of their hashes.</summary>
    public IReadOnlyList<Term> Pick()
    {
        _order.Clear();
        _order.AddRange(_terms.Values);
        _order.Sort(static (a, b) => b.Weight != a.Weight ? b.Weight.CompareTo(a.Weight) : a.Key.CompareTo(b.Key));
        if (_order.Count > most)
        {
            _order.RemoveRange(most, _order.Count - most);
        }

        return _order;
    }

    /// <summary>A term.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Term(uint Key, float Rarity, float Factor, int Flags)
    {
        /// <summary>Rarity times place.</summary>
        public float Weight => Rarity * Factor;
    }
}
