using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>
/// An instance's book of events and which rows it was made of. Rows that come while it is in use are added; it says when it should be made
/// anew, in the order of time, so that all instances come to the same book. Not thread-safe.
/// </summary>
internal sealed class EventShelf(EventRules rules, DistrictView view, IReadOnlyList<EventStep> steps)
{
    /// <summary>Rows that the service dates a little before those already seen may become visible after them.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    // By number of record: hash of what it says.
    private readonly BlockList<ulong> _contents = new();
    private DateTimeOffset? _written;
    private DateTimeOffset _newest;

    /// <summary>The book.</summary>
    public EventBook Book { get; } = new(rules, new EventConstraints(steps), view);

    /// <summary>The steps of persons that it holds, in order.</summary>
    public IReadOnlyList<EventStep> Steps => steps;

    /// <summary>The numbers.</summary>
    public EventRules Rules => rules;

    /// <summary>From when on rows are to be asked for.</summary>
    public DateTimeOffset? ReadFrom => _written - Overlap;

    /// <summary>True when records came out of the order of time, where the caps of the grouping may depend on the order.</summary>
    public bool IsDisordered { get; private set; }

    /// <summary>True when a record's matter changed: only a new book can take that in.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>Takes all rows of the window; records are linked in the order of time, of each its newest version. No more than one row is held beside the book.</summary>
    public async Task FillAsync(IAsyncEnumerable<SketchBatch> rows, CancellationToken cancellationToken)
    {
        var filler = Book.Fill();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            Note(row);
            filler.BeginRow(row.Key);
            foreach (var (record, version) in row.Records)
            {
                if (filler.Put(record, version) is var number and >= 0)
                {
                    Keep(number, record);
                }
            }
        }

        filler.Link();
    }

    /// <summary>Takes rows that may be new. Returns how many records were.</summary>
    public int Take(IReadOnlyList<SketchBatch> rows)
    {
        var fresh = new List<EventRecord>();
        foreach (var row in rows.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            Note(row);
            foreach (var (record, _) in row.Records)
            {
                var number = Book.NumberOf(record.Key);
                if (number < 0)
                {
                    fresh.Add(record);
                }
                else if (_contents[number] != ContentOf(record))
                {
                    IsOutdated = true;
                }
            }
        }

        return Add(fresh);
    }

    private int Add(List<EventRecord> records)
    {
        var before = Book.Count;
        var ordered = records.OrderBy(record => record.ReceivedAt).ThenBy(record => record.Key, StringComparer.Ordinal).ToList();
        if (ordered.Count > 0)
        {
            IsDisordered |= ordered[0].ReceivedAt < _newest;
        }

        Book.Take(ordered);
        foreach (var record in ordered)
        {
            Keep(Book.NumberOf(record.Key), record);
        }

        return Book.Count - before;
    }

    private void Keep(int number, EventRecord record)
    {
        _newest = record.ReceivedAt > _newest ? record.ReceivedAt : _newest;
        if (number == _contents.Count)
        {
            _contents.Add(ContentOf(record));
        }
        else
        {
            _contents[number] = ContentOf(record);
        }
    }

    private void Note(SketchBatch row) => _written = _written is { } written && written > row.WrittenAt ? written : row.WrittenAt;

    // What a matter depends on, of all that a new version may change.
    private static ulong ContentOf(EventRecord record)
    {
        var hash = StableHash.Of(record.Lead) ^ (StableHash.Of(record.Channel) * 3) ^ (ulong)record.Urgency;
        foreach (var term in record.Sketch.Terms)
        {
            hash = (hash ^ term) * 0x100000001B3UL;
        }

        return hash ^ (hash >> 32);
    }
}
