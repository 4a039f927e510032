namespace SentimentWatch.Pipeline.Events;

/// <summary>Which records bear a key. A key's records are a chain, newest first; no look-up depends on how many keys there are. Not thread-safe.</summary>
internal sealed class LinkIndex
{
    private const int End = -1;
    private const int ChunkBits = 16;

    private readonly List<(uint[] Keys, int[] Next)> _chunks = [];
    private int[] _heads = NewHeads(1 << 12);
    private int _entries;

    /// <summary>Adds a record under its keys. Records are numbered 0, 1, 2 … in the order of adding.</summary>
    public void Add(int record, ReadOnlySpan<uint> keys)
    {
        if (_entries + keys.Length > _heads.Length)
        {
            Grow();
        }

        // Each record has room for as many keys as a sketch may have, so that an entry's number tells its record.
        for (var i = 0; i < Sketch.MostKeys; i++)
        {
            var entry = (record * Sketch.MostKeys) + i;
            if (entry >> ChunkBits == _chunks.Count)
            {
                _chunks.Add((new uint[1 << ChunkBits], new int[1 << ChunkBits]));
            }

            if (i < keys.Length)
            {
                Hang(entry, keys[i]);
                _entries++;
            }
        }
    }

    /// <summary>Records under a key, newest first.</summary>
    public Chain Under(uint key) => new(this, key);

    private static int[] NewHeads(int size)
    {
        var heads = new int[size];
        Array.Fill(heads, End);
        return heads;
    }

    private void Hang(int entry, uint key)
    {
        var (keys, next) = _chunks[entry >> ChunkBits];
        var at = entry & ((1 << ChunkBits) - 1);
        ref var head = ref _heads[SlotOf(key)];
        (keys[at], next[at], head) = (key, head, entry);
    }

    private int SlotOf(uint key) => (int)((key * 0x9E3779B1u) & (uint)(_heads.Length - 1));

    // In the order of adding, so that chains stay newest first.
    private void Grow()
    {
        _heads = NewHeads(_heads.Length * 2);
        for (var entry = 0; entry < _chunks.Count << ChunkBits; entry++)
        {
            if (_chunks[entry >> ChunkBits].Keys[entry & ((1 << ChunkBits) - 1)] is not 0 and var key)
            {
                Hang(entry, key);
            }
        }
    }

    /// <summary>Walks the records under one key.</summary>
    internal ref struct Chain(LinkIndex index, uint key)
    {
        private int _entry = index._heads[index.SlotOf(key)];

        /// <summary>The record found.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next older record; false at the end.</summary>
        public bool MoveNext()
        {
            while (_entry != End)
            {
                var (keys, next) = index._chunks[_entry >> ChunkBits];
                var (at, record) = (_entry & ((1 << ChunkBits) - 1), _entry / Sketch.MostKeys);
                _entry = next[at];
                if (keys[at] == key)
                {
                    Current = record;
                    return true;
                }
            }

            return false;
        }

        /// <summary>For <c>foreach</c>.</summary>
        public readonly Chain GetEnumerator() => this;
    }
}
