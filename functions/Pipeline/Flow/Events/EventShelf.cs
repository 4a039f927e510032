using System.Runtime.InteropServices;
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

    private const int None = -1;

    // By number of record: which version of it this is, from which row, and what it says.
    private readonly BlockList<Origin> _origins = new();
    private readonly List<string> _rows = [];
    private readonly RecentWords _words = new();
    private DateTimeOffset? _written;
    private DateTimeOffset _newest;

    /// <summary>The book.</summary>
    public EventBook Book { get; } = new(rules, new EventConstraints(steps), view);

    /// <summary>The steps of persons that it holds, in order.</summary>
    public IReadOnlyList<EventStep> Steps => steps;

    /// <summary>The numbers.</summary>
    public EventRules Rules => rules;

    /// <summary>Time of the newest record.</summary>
    public DateTimeOffset Newest => _newest;

    /// <summary>The sign that whoever wrote events last has left; null when none was met.</summary>
    public string? Sign { get; private set; }

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
            if (!IsOfRecords(row))
            {
                continue;
            }

            _rows.Add(row.Key);
            var numbers = new int[row.Records.Count];
            for (var i = 0; i < numbers.Length; i++)
            {
                var (record, version) = row.Records[i];
                numbers[i] = IsNewer(Book.NumberOf(record.Key), version, row.Key) ? filler.Put(record) : None;
                if (numbers[i] != None)
                {
                    Keep(numbers[i], record, version);
                }
            }

            _words.Add(numbers, row.Words);
        }

        filler.Link();
    }

    /// <summary>Notes the sign that was left by ourselves.</summary>
    public void Signed(string sign) => Sign = sign;

    /// <summary>Takes rows that may be new. Returns how many records were.</summary>
    public int Take(IReadOnlyList<SketchBatch> rows)
    {
        var fresh = new Dictionary<string, SketchedRecord>(StringComparer.Ordinal);
        rows = [.. rows.Where(IsOfRecords).OrderBy(row => row.Key, StringComparer.Ordinal)];
        foreach (var row in rows)
        {
            foreach (var one in row.Records)
            {
                var number = Book.NumberOf(one.Record.Key);
                if (number >= 0)
                {
                    IsOutdated |= IsNewer(number, one.Version, row.Key) && _origins[number].Content != ContentOf(one.Record);
                }
                else if (!fresh.TryGetValue(one.Record.Key, out var held) || one.Version >= held.Version)
                {
                    fresh[one.Record.Key] = one;
                }
            }
        }

        var before = Book.Count;
        var ordered = fresh.Values.Select(one => one.Record).OrderBy(record => record.ReceivedAt).ThenBy(record => record.Key, StringComparer.Ordinal).ToList();
        IsDisordered |= ordered.Count > 0 && ordered[0].ReceivedAt < _newest;
        Book.Take(ordered);
        foreach (var row in rows)
        {
            KeepRow(row, before);
        }

        return Book.Count - before;
    }

    /// <summary>The words of records, by key, as far as they are among the latest.</summary>
    public IReadOnlyDictionary<string, RecordWords> WordsOf(IEnumerable<string> keys)
    {
        var numbers = keys.Distinct(StringComparer.Ordinal).Where(Book.Knows).ToDictionary(Book.NumberOf);
        return _words.Of(numbers.Keys.ToHashSet()).ToDictionary(pair => numbers[pair.Key], pair => pair.Value, StringComparer.Ordinal);
    }

    // What is new of a row that the book took.
    private void KeepRow(SketchBatch row, int before)
    {
        var numbers = row.Records.Select(one => Book.NumberOf(one.Record.Key)).ToArray();
        if (!numbers.Any(number => number >= before))
        {
            return;
        }

        _rows.Add(row.Key);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] >= before && IsNewer(numbers[i], row.Records[i].Version, row.Key))
            {
                Keep(numbers[i], row.Records[i].Record, row.Records[i].Version);
            }
        }

        _words.Add(numbers, row.Words);
    }

    private bool IsNewer(int number, int version, string row) =>
        number < 0 || number >= _origins.Count || _origins[number] is { Row: None } || version > _origins[number].Version
        || (version == _origins[number].Version && string.CompareOrdinal(row, _rows[_origins[number].Row]) > 0);

    private void Keep(int number, EventRecord record, int version)
    {
        _newest = record.ReceivedAt > _newest ? record.ReceivedAt : _newest;
        while (number >= _origins.Count)
        {
            _origins.Add(new Origin(0, None, 0));
        }

        _origins[number] = new Origin(ContentOf(record), _rows.Count - 1, (ushort)Math.Clamp(version, 0, ushort.MaxValue));
    }

    private bool IsOfRecords(SketchBatch row)
    {
        if (row.Sign is { } sign)
        {
            Sign = sign;
            return false;
        }

        _written = _written is { } written && written > row.WrittenAt ? written : row.WrittenAt;
        return true;
    }

    // What a matter depends on, of all that a new version may change.
    private static uint ContentOf(EventRecord record)
    {
        var hash = StableHash.Of(record.Lead) ^ (StableHash.Of(record.Channel) * 3) ^ (StableHash.Of(record.Street) * 5) ^ (ulong)record.Urgency ^ ((ulong)record.Stance << 8);
        foreach (var term in record.Sketch.Terms)
        {
            hash = (hash ^ term) * 0x100000001B3UL;
        }

        return (uint)(hash ^ (hash >> 32));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Origin(uint Content, int Row, ushort Version);
}
