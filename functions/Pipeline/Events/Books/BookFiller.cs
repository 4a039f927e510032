namespace SentimentWatch.Pipeline.Events;

/// <summary>Makes a book of very many records that come in any order, a newer version in place of an older, while no more of them is held than the book needs. Not thread-safe.</summary>
internal sealed class BookFiller(EventBook book)
{
    // By number of record: where the keys of its sketch lie.
    private readonly BlockList<(int Place, byte Length)> _keys = new();
    private readonly BlockList<uint> _words = new();

    /// <summary>Takes a record, in place of what is there of it.</summary>
    /// <returns>Its number in the book.</returns>
    public int Put(EventRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var number = book.Store(record);
        var keys = (_words.Count, (byte)record.Sketch.Keys.Length);
        foreach (var key in record.Sketch.Keys)
        {
            _words.Add(key);
        }

        if (number == _keys.Count)
        {
            _keys.Add(keys);
        }
        else
        {
            _keys[number] = keys;
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
}
