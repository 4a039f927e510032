namespace SentimentWatch.Pipeline.Events;

/// <summary>A list in blocks: growing it copies nothing and leaves no garbage. Not thread-safe.</summary>
internal sealed class BlockList<TItem>
{
    private const int Bits = 13;
    private const int Mask = (1 << Bits) - 1;

    private readonly List<TItem[]> _blocks = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref TItem this[int index] => ref _blocks[index >> Bits][index & Mask];

    /// <summary>Adds one; its index is the count before.</summary>
    public void Add(TItem item)
    {
        if (Count >> Bits == _blocks.Count)
        {
            _blocks.Add(new TItem[1 << Bits]);
        }

        this[Count++] = item;
    }
}
