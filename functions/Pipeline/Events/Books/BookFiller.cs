namespace SentimentWatch.Pipeline.Events;

/// <summary>Makes a book of very many records that come in any order, each perhaps in several versions, while no more of them is held than the book needs. Not thread-safe.</summary>
internal sealed class BookFiller(EventBook book)
{
    // By number of record: where the keys of its sketch lie, its version, and the row that it came with.
    private readonly BlockList<(int Place, byte Length)> _keys = new();
    private readonly BlockList<uint> _words = new();
    private readonly BlockList<(int Version, int Row)> _origins = new();
    private readonly List<string> _rows = [];

    /// <summary>Begins a row; of one version in two rows that of the later key stays.</summary>
    public void BeginRow(string key) => _rows.Add(key);

    /// <summary>Takes a record of the row begun last.</summary>
    /// <returns>Its number in the book, −1 when a newer one is there.</returns>
    public int Put(EventRecord record, int version)
    {
        ArgumentNullException.ThrowIfNull(record);
        var row = _rows.Count - 1;
        var held = book.NumberOf(record.Key);
        if (held >= 0 && !IsNewer(version, row, _origins[held]))
        {
            return -1;
        }

        var number = book.Store(record);
        var keys = (_words.Count, (byte)record.Sketch.Keys.Length);
        foreach (var key in record.Sketch.Keys)
        {
            _words.Add(key);
        }

        if (held < 0)
        {
            _keys.Add(keys);
            _origins.Add((version, row));
        }
        else
        {
            (_keys[number], _origins[number]) = (keys, (version, row));
        }

        return number;
    }

    /// <summary>Links all that was taken, in the order of time, and raises what is due.</summary>
    public void Link()
    {
        var numbers = new int[_keys.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i;
        }

        Span<uint> words = stackalloc uint[Sketch.MostKeys];
        foreach (var number in book.InOrder(numbers))
        {
            var (place, length) = _keys[number];
            for (var i = 0; i < length; i++)
            {
                words[i] = _words[place + i];
            }

            book.Link(number, null, words[..length]);
        }

        book.Raise(numbers);
    }

    private bool IsNewer(int version, int row, (int Version, int Row) held) =>
        version > held.Version || (version == held.Version && string.CompareOrdinal(_rows[row], _rows[held.Row]) > 0);
}
