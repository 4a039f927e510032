namespace SentimentWatch.Pipeline.Events;

/// <summary>Sketches side by side in large blocks: no object a record, no growth that copies. Not thread-safe.</summary>
internal sealed class SketchStore
{
    private const int BlockBits = 13;
    private const int BlockSize = 1 << BlockBits;

    private readonly List<(uint[] Terms, byte[] Weights, byte[] Lengths)> _blocks = [];

    /// <summary>Number of sketches.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a sketch; its number is the count before.</summary>
    public void Add(Sketch sketch)
    {
        var (block, at) = (Count >> BlockBits, Count & (BlockSize - 1));
        if (block == _blocks.Count)
        {
            _blocks.Add((new uint[BlockSize * Sketch.MostTerms], new byte[BlockSize * Sketch.MostTerms], new byte[BlockSize * 2]));
        }

        var (terms, weights, lengths) = _blocks[block];
        sketch.Terms.CopyTo(terms, at * Sketch.MostTerms);
        sketch.Weights.CopyTo(weights, at * Sketch.MostTerms);
        lengths[at * 2] = (byte)sketch.Terms.Length;
        lengths[(at * 2) + 1] = (byte)sketch.Anchors;
        Count++;
    }

    /// <summary>The sketch of a number.</summary>
    public SketchRow this[int number]
    {
        get
        {
            var (terms, weights, lengths) = _blocks[number >> BlockBits];
            var at = number & (BlockSize - 1);
            var length = lengths[at * 2];
            return new SketchRow(terms.AsSpan(at * Sketch.MostTerms, length), weights.AsSpan(at * Sketch.MostTerms, length), lengths[(at * 2) + 1]);
        }
    }
}
