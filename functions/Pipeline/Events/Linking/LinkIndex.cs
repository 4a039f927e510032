namespace SentimentWatch.Pipeline.Events;

/// <summary>Which records bear a key. A key's records are a chain of its own, newest first, so that no look-up depends on how many other records there are. Not thread-safe.</summary>
internal sealed class LinkIndex
{
    private const int End = -1;
    private const int ChunkBits = 16;
    private const int ChunkMask = (1 << ChunkBits) - 1;
    private const double Fullest = 0.8;

    // By entry (record times most keys, plus the key's place in the record) the next older entry of the same key.
    private readonly List<int[]> _next = [];

    // Open addressing: a key and its newest entry.
    private uint[] _keys = new uint[1 << 12];
    private int[] _heads = new int[1 << 12];
    private int _count;

    /// <summary>Adds a record under its keys. Records are numbered 0, 1, 2 … in the order of adding.</summary>
    public void Add(int record, ReadOnlySpan<uint> keys)
    {
        var first = record * Sketch.MostKeys;
        while ((first + Sketch.MostKeys) >> ChunkBits >= _next.Count)
        {
            _next.Add(new int[1 << ChunkBits]);
        }

        for (var i = 0; i < keys.Length; i++)
        {
            Hang(first + i, keys[i]);
        }
    }

    /// <summary>Records under a key, newest first.</summary>
    public Chain Under(uint key) => new(this, key);

    private void Hang(int entry, uint key)
    {
        var at = SlotOf(key);
        if (_keys[at] == 0)
        {
            (_keys[at], _heads[at]) = (key, End);
            if (++_count > _keys.Length * Fullest)
            {
                Grow();
                at = SlotOf(key);
            }
        }

        _next[entry >> ChunkBits][entry & ChunkMask] = _heads[at];
        _heads[at] = entry;
    }

    private int SlotOf(uint key)
    {
        var at = (int)((key * 0x9E3779B1u) >> 3) & (_keys.Length - 1);
        while (_keys[at] != key && _keys[at] != 0)
        {
            at = (at + 1) & (_keys.Length - 1);
        }

        return at;
    }

    private void Grow()
    {
        var (keys, heads) = (_keys, _heads);
        (_keys, _heads) = (new uint[keys.Length * 2], new int[keys.Length * 2]);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                var at = SlotOf(keys[i]);
                (_keys[at], _heads[at]) = (keys[i], heads[i]);
            }
        }
    }

    /// <summary>Walks the records under one key.</summary>
    internal ref struct Chain(LinkIndex index, uint key)
    {
        private int _entry = index.SlotOf(key) is var at && index._keys[at] == key ? index._heads[at] : End;

        /// <summary>The record found.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next older record; false at the end.</summary>
        public bool MoveNext()
        {
            if (_entry == End)
            {
                return false;
            }

            Current = _entry / Sketch.MostKeys;
            _entry = index._next[_entry >> ChunkBits][_entry & ChunkMask];
            return true;
        }

        /// <summary>For <c>foreach</c>.</summary>
        public readonly Chain GetEnumerator() => this;
    }
}
