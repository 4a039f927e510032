using System.Runtime.InteropServices;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Sketches packed side by side in large blocks: no object a record, no growth that copies, all of a sketch in two lines of the processor's cache. Not thread-safe.</summary>
internal sealed class SketchStore
{
    private const int BlockBits = 16;
    private const int BlockSize = 1 << BlockBits;
    private const int Line = 16;

    // A sketch: a word with its lengths, the terms, the weights four to a word.
    private readonly List<uint[]> _blocks = [];
    private readonly BlockList<uint> _places = new();
    private int _used = BlockSize;

    /// <summary>Number of sketches.</summary>
    public int Count => _places.Count;

    /// <summary>Adds a sketch; its number is the count before.</summary>
    public void Add(Sketch sketch) => _places.Add(Put(sketch));

    /// <summary>Puts another sketch in the place of one.</summary>
    public void Replace(int number, Sketch sketch) => _places[number] = Put(sketch);

    /// <summary>The sketch of a number.</summary>
    public SketchRow this[int number]
    {
        get
        {
            var place = _places[number];
            var sketch = _blocks[(int)(place >> BlockBits)].AsSpan((int)(place & (BlockSize - 1)));
            var (length, anchors) = ((int)(sketch[0] & byte.MaxValue), (int)(sketch[0] >> 8));
            return new SketchRow(sketch.Slice(1, length), MemoryMarshal.AsBytes(sketch[(1 + length)..])[..length], anchors);
        }
    }

    /// <summary>Reads a little of a sketch, so that the processor fetches it while others are read; what it gives means nothing.</summary>
    public uint Touch(int number)
    {
        var place = _places[number];
        var (block, at) = (_blocks[(int)(place >> BlockBits)], (int)(place & (BlockSize - 1)));
        return block[at] ^ block[Math.Min(at + Line, BlockSize - 1)];
    }

    private uint Put(Sketch sketch)
    {
        var length = sketch.Terms.Length;
        var words = 1 + length + ((length + 3) / 4);
        if (_used + words > BlockSize)
        {
            _blocks.Add(new uint[BlockSize]);
            _used = 0;
        }

        var place = ((uint)(_blocks.Count - 1) << BlockBits) | (uint)_used;
        var at = _blocks[^1].AsSpan(_used, words);
        at[0] = (uint)(length | (sketch.Anchors << 8));
        sketch.Terms.CopyTo(at[1..]);
        sketch.Weights.CopyTo(MemoryMarshal.AsBytes(at[(1 + length)..]));
        _used += words;
        return place;
    }
}
