using System.Text;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Record keys side by side as UTF-8: an object a key would cost three times as much. Not thread-safe.</summary>
internal sealed class KeyArena
{
    private const int BlockBits = 18;
    private const int BlockSize = 1 << BlockBits;

    private readonly List<byte[]> _blocks = [];
    private readonly BlockList<uint> _places = new();
    private int _used = BlockSize;

    /// <summary>Adds a key; its number is the count before.</summary>
    public void Add(string key)
    {
        var length = Encoding.UTF8.GetByteCount(key);
        if (length > ushort.MaxValue)
        {
            throw new ArgumentException("A record key of 64 kilobytes is none.", nameof(key));
        }

        if (_used + length + sizeof(ushort) > BlockSize)
        {
            _blocks.Add(new byte[BlockSize]);
            _used = 0;
        }

        var block = _blocks[^1];
        BitConverter.TryWriteBytes(block.AsSpan(_used), (ushort)length);
        Encoding.UTF8.GetBytes(key, block.AsSpan(_used + sizeof(ushort)));
        _places.Add(((uint)(_blocks.Count - 1) << BlockBits) | (uint)_used);
        _used += length + sizeof(ushort);
    }

    /// <summary>The key of a number.</summary>
    public string this[int number] => Encoding.UTF8.GetString(BytesOf(number));

    /// <summary>Compares two keys as their texts compare by ordinal, but for characters beyond the basic plane.</summary>
    public int Compare(int one, int other) => BytesOf(one).SequenceCompareTo(BytesOf(other));

    private ReadOnlySpan<byte> BytesOf(int number)
    {
        var place = _places[number];
        var (block, at) = (_blocks[(int)(place >> BlockBits)], (int)(place & (BlockSize - 1)));
        return block.AsSpan(at + sizeof(ushort), BitConverter.ToUInt16(block, at));
    }
}
