using System.Text;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Record keys side by side as UTF-8: an object a key would cost three times as much. Not thread-safe.</summary>
internal sealed class KeyArena
{
    private const int BlockSize = 1 << 20;

    private readonly List<byte[]> _blocks = [];
    private readonly List<long> _places = [];
    private int _used = BlockSize;

    /// <summary>Adds a key; its number is the count before.</summary>
    public void Add(string key)
    {
        var length = Encoding.UTF8.GetByteCount(key);
        if (length > BlockSize - sizeof(int))
        {
            throw new ArgumentException("A record key of a megabyte is none.", nameof(key));
        }

        if (_used + length + sizeof(int) > BlockSize)
        {
            _blocks.Add(new byte[BlockSize]);
            _used = 0;
        }

        var block = _blocks[^1];
        BitConverter.TryWriteBytes(block.AsSpan(_used), length);
        Encoding.UTF8.GetBytes(key, block.AsSpan(_used + sizeof(int)));
        _places.Add(((long)(_blocks.Count - 1) << 32) | (uint)_used);
        _used += length + sizeof(int);
    }

    /// <summary>The key of a number.</summary>
    public string this[int number]
    {
        get
        {
            var block = _blocks[(int)(_places[number] >> 32)];
            var at = (int)_places[number];
            return Encoding.UTF8.GetString(block, at + sizeof(int), BitConverter.ToInt32(block, at));
        }
    }
}
