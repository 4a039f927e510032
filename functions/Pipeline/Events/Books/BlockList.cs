namespace SentimentWatch.Pipeline.Events;

/// <summary>A list in blocks: growing it copies nothing and leaves no garbage. Not thread-safe.</summary>
internal sealed class BlockList<T>
{
    private const int Bits = 13;
    private const int Mask = (1 << Bits) - 1;

    private readonly List<T[]> _blocks = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref T this[int index] => ref _blocks[index >> Bits][index & Mask];

    /// <summary>Adds one; its index is the count before.</summary>
    public void Add(T item)
    {
        if (Count >> Bits == _blocks.Count)
        {
            _blocks.Add(new T[1 << Bits]);
        }

        this[Count++] = item;
    }
}
