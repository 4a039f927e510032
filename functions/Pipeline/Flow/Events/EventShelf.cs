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

    private readonly Dictionary<ulong, ulong> _contents = [];
    private DateTimeOffset? _written;
    private DateTimeOffset _newest;

    /// <summary>The book.</summary>
    public EventBook Book { get; } = new(rules, new EventConstraints(steps), view);

    /// <summary>The steps of persons that it holds, in order.</summary>
    public IReadOnlyList<EventStep> Steps => steps;

    /// <summary>From when on rows are to be asked for.</summary>
    public DateTimeOffset? ReadFrom => _written - Overlap;

    /// <summary>True when records came out of the order of time, where the caps of the grouping may depend on the order.</summary>
    public bool IsDisordered { get; private set; }

    /// <summary>True when a record's matter changed: only a new book can take that in.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>Takes all rows of the window, in the order of time, of each record its newest version.</summary>
    public void Fill(IReadOnlyList<SketchBatch> rows)
    {
        var newest = new Dictionary<string, (int Version, string Row, EventRecord Record)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            Note(row);
            foreach (var (record, version) in row.Records)
            {
                if (!newest.TryGetValue(record.Key, out var held) || version > held.Version
                    || (version == held.Version && string.CompareOrdinal(row.Key, held.Row) > 0))
                {
                    newest[record.Key] = (version, row.Key, record);
                }
            }
        }

        Add([.. newest.Values.Select(held => held.Record)]);
        IsDisordered = false;
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
                if (!_contents.TryGetValue(Hash(record.Key), out var held))
                {
                    fresh.Add(record);
                }
                else if (held != ContentOf(record))
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
            _newest = ordered[^1].ReceivedAt > _newest ? ordered[^1].ReceivedAt : _newest;
        }

        foreach (var record in ordered)
        {
            _contents[Hash(record.Key)] = ContentOf(record);
        }

        Book.Take(ordered);
        return Book.Count - before;
    }

    private void Note(SketchBatch row) => _written = _written is { } written && written > row.WrittenAt ? written : row.WrittenAt;

    private static ulong Hash(string key) => StableHash.Of(key);

    private static ulong ContentOf(EventRecord record) =>
        StableHash.Of(FormattableString.Invariant($"{record.Lead} {record.Channel} {record.Urgency} {record.Street} {record.Stance} {string.Join(' ', record.Sketch.Terms)}"));
}
