namespace SentimentWatch.Pipeline.Events;

/// <summary>Which hashes of keys are known, and the number of each: 0, 1, 2 … in the order of adding. Not thread-safe.</summary>
internal sealed class KnownKeys
{
    private readonly BlockList<ulong> _hashes = new();

    // Open addressing: a number plus one, 0 where there is none. At most half full.
    private int[] _slots = new int[1 << 12];

    /// <summary>The number of a hash, −1 when it is not known.</summary>
    public int NumberOf(ulong hash) => _slots[SlotOf(hash)] - 1;

    /// <summary>Adds a hash; false when it is known.</summary>
    public bool TryAdd(ulong hash, out int number)
    {
        var at = SlotOf(hash);
        number = _slots[at] - 1;
        if (number >= 0)
        {
            return false;
        }

        number = _hashes.Count;
        _hashes.Add(hash);
        _slots[at] = number + 1;
        if (_hashes.Count > _slots.Length / 2)
        {
            Grow();
        }

        return true;
    }

    private int SlotOf(ulong hash)
    {
        var at = (int)hash & (_slots.Length - 1);
        while (_slots[at] != 0 && _hashes[_slots[at] - 1] != hash)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        return at;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var number = 0; number < _hashes.Count; number++)
        {
            _slots[SlotOf(_hashes[number])] = number + 1;
        }
    }
}
