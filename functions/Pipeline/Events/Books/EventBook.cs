using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// The records of the window and which of them speak of one matter. What it says depends on the set of records it was given, not on order,
/// batches, or how often a record came. It holds no text and can be made anew from the rows of batches at any time. Not thread-safe.
/// </summary>
/// <param name="rules">When a matter is raised.</param>
/// <param name="corrections">What persons have joined and cut; null for nothing.</param>
/// <param name="view">How topics and areas are called, and which days are days off; null for no district.</param>
public sealed class EventBook(EventRules rules, EventConstraints? corrections = null, DistrictView? view = null)
{
    private readonly SketchStore _sketches = new();
    private readonly LinkIndex _index = new();
    private readonly Components _components = new();
    private readonly KeyArena _keys = new();
    private readonly BlockList<EventFacts> _facts = new();
    private readonly KnownKeys _known = new();

    // By root: whether two voices or more speak of it.
    private readonly BlockList<bool> _spoken = new();

    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);

    // By root: the id under which a matter was raised. By record: the older record whose closed matter it takes up again.
    private readonly Dictionary<int, string> _raised = [];
    private readonly Dictionary<int, int> _earlier = [];
    private readonly HashSet<int> _touched = [];
    private readonly DistrictView _view = view ?? DistrictView.Bare;
    private readonly TopicTally _tally = new();
    private readonly Linker _linker = new();
    private readonly LinkGraph _links = new();
    private BurstJudge? _judge;
    private PartSets? _parts;
    private FactsMaker? _maker;
    private DateTime _newest = DateTime.MinValue;

    /// <summary>Number of records.</summary>
    public int Count => _facts.Count;

    /// <summary>The number of a record in the order of coming, −1 when it is not here.</summary>
    internal int NumberOf(string key) => _known.NumberOf(StableHash.Of(key));

    /// <summary>True when it has the record of a key.</summary>
    public bool Knows(string key) => NumberOf(key) >= 0;

    /// <summary>Takes the records of a batch; those it knows already change nothing. What it costs does not grow with the matters.</summary>
    /// <returns>The raised matters that the batch changed, in order of their ids.</returns>
    public IReadOnlyList<EventChange> Take(IReadOnlyList<EventRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var first = Count;
        foreach (var record in records)
        {
            if (!Knows(record.Key))
            {
                Link(Store(record), record.Key, record.Sketch.Keys);
            }
        }

        return [.. Raise(Enumerable.Range(first, Count - first)).OrderBy(change => change.Id, StringComparer.Ordinal)];
    }

    /// <summary>Takes very many records in any order, a new version in place of an older; they are linked in the order of time when all are there.</summary>
    internal BookFiller Fill() => new(this);

    /// <summary>All raised matters, in order of their ids.</summary>
    /// <param name="now">The time at which their life is judged; null for that of the newest record.</param>
    public IReadOnlyList<MatterEvent> Raised(DateTimeOffset? now = null) => Read(_raised.Keys, now);

    /// <summary>The raised matters that records came to since this was last asked, in order of their ids.</summary>
    /// <param name="now">The time at which their life is judged.</param>
    /// <param name="all">True for all raised matters, changed or not.</param>
    public IReadOnlyList<MatterEvent> Changed(DateTimeOffset now, bool all = false)
    {
        int[] roots = all ? [.. _raised.Keys] : [.. _touched.Select(_components.RootOf).Where(_raised.ContainsKey).Distinct()];
        _touched.Clear();
        return Read(roots, now);
    }

    /// <summary>Has the matters of records count as changed once more.</summary>
    internal void Touch(IEnumerable<string> keys) => _touched.UnionWith(keys.Select(NumberOf).Where(number => number >= 0));

    /// <summary>A number that all records of a record's matter have in common; −1 for a record that is not here.</summary>
    internal int MatterOf(string key) => NumberOf(key) is var number and >= 0 ? _components.RootOf(number) : -1;

    /// <summary>The record keys of every matter of two records or more, raised or not; sets and their members in order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Matters() =>
        [.. Enumerable.Range(0, Count).Where(record => _components.RootOf(record) == record && _components.SizeOf(record) > 1)
            .SelectMany(root => PartsOf(root)).Where(part => part.Length > 1).Select(part => part.Select(member => _keys[member]).Order(StringComparer.Ordinal).ToList())
            .OrderBy(members => members[0], StringComparer.Ordinal)];

    /// <summary>Topics that are far above what an area has at other times on a day or in the week up to it, without one matter; by topic and area.</summary>
    internal IReadOnlyList<TopicBurst> TopicBursts(DateOnly day)
    {
        var (from, to) = (ShanghaiTime.StartOf(day.AddDays(1 - TopicWatch.Week)).UtcDateTime, ShanghaiTime.StartOf(day.AddDays(1)).UtcDateTime);
        var scattered = Enumerable.Range(0, Count).Where(record => _facts[record].At >= from && _facts[record].At < to && !_raised.ContainsKey(_components.RootOf(record)));
        return new TopicWatch(_tally, _view, rules).On(day, [.. InOrder([.. scattered]).Select(record => new ScatteredRecord(
            _keys[record], Maker.UnitOf(_facts[record].Lead), ShanghaiTime.DayOf(new DateTimeOffset(_facts[record].At, TimeSpan.Zero)), _facts[record]))]);
    }

    /// <summary>How many records speak of which topic in which area, by day.</summary>
    internal TopicTally Topics => _tally;

    /// <summary>Keeps a record under the number of its key; it is in no matter yet.</summary>
    internal int Store(EventRecord record)
    {
        if (!_known.TryAdd(StableHash.Of(record.Key), out var number))
        {
            _facts[number] = Maker.Of(record);
            _sketches.Replace(number, record.Sketch);
            return number;
        }

        _keys.Add(record.Key);
        _sketches.Add(record.Sketch);
        _components.Add();
        _spoken.Add(false);
        _facts.Add(Maker.Of(record));
        return number;
    }

    /// <summary>The records of numbers in the order of time.</summary>
    internal int[] InOrder(int[] numbers)
    {
        var times = Array.ConvertAll(numbers, number => _facts[number].At.Ticks);
        Array.Sort(times, numbers);
        for (int start = 0, end = 1; start < numbers.Length; start = end++)
        {
            while (end < numbers.Length && times[end] == times[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                Array.Sort(numbers, start, end - start, Comparer<int>.Create(_keys.Compare));
            }
        }

        return numbers;
    }

    /// <summary>Joins a record with those that it is one matter with.</summary>
    internal void Link(int number, string? key, ReadOnlySpan<uint> keys)
    {
        ref var facts = ref _facts[number];
        _newest = facts.At > _newest ? facts.At : _newest;
        _tally.Add(facts.Topic, facts.Area, ShanghaiTime.DayOf(new DateTimeOffset(facts.At, TimeSpan.Zero)));
        if (corrections is { IsEmpty: false })
        {
            foreach (var other in Parts.Add(number, key ?? _keys[number], _components.RootOf(number)))
            {
                Join(number, other);
            }
        }

        _linker.Link(number, keys, _index, _sketches, _facts);
        foreach (var (other, score) in _linker.Linked)
        {
            _links.Add(number, other, score);
            Join(number, other);
        }

        foreach (var (one, other) in _linker.Crowd)
        {
            _links.Add(one, other, Linker.OfCrowd);
            Join(one, other);
        }

        if (_linker.Earlier >= 0)
        {
            _earlier[number] = _linker.Earlier;
        }
    }

    /// <summary>Raises the matters of records where that is due.</summary>
    internal IEnumerable<EventChange> Raise(IEnumerable<int> records) =>
        [.. records.Select(_components.RootOf).Distinct().Where(MayBeRaised).SelectMany(RaiseParts)];

    // One voice alone raises nothing, however often it speaks.
    private bool MayBeRaised(int root) =>
        _spoken[root] && _components.SizeOf(root) >= Math.Min(rules.RepeatRecords, Math.Min(rules.BurstVoices, rules.SlowVoices));

    private IEnumerable<EventChange> RaiseParts(int root)
    {
        var parts = PartsOf(root, exact: false);
        foreach (var part in parts.Where(part => Judge.IsRaised(Array.ConvertAll(part, member => _facts[member]))))
        {
            var id = parts.Count == 1 && _raised.TryGetValue(root, out var held) ? held : IdOf(part[0]);
            _raised.TryAdd(root, id);
            _touched.Add(root);
            yield return new EventChange(id, _announced.Add(id), () => EventOf(part[0]));
        }
    }

    private void Join(int one, int another)
    {
        var (a, b) = (_components.RootOf(one), _components.RootOf(another));
        var under = _components.Join(one, another);
        if (under < 0)
        {
            return;
        }

        var root = Math.Min(a, b);
        _spoken[root] = _spoken[a] || _spoken[b] || _facts[a].Voice != _facts[b].Voice;
        Parts.Join(under, root);

        // Of two raised matters that are one the earlier id stays.
        if (_raised.Remove(under, out var id) && (!_raised.TryGetValue(root, out var other) || string.CompareOrdinal(id, other) < 0))
        {
            _raised[root] = id;
        }
    }

    private BurstJudge Judge => _judge ??= new BurstJudge(rules, _tally, _view);

    private PartSets Parts => _parts ??= new PartSets(corrections ?? EventConstraints.None, new PartRule(_links), new CutRule(_sketches, _facts), _keys);

    private FactsMaker Maker => _maker ??= new FactsMaker(_tally, _view);

    private IReadOnlyList<int[]> PartsOf(int root, bool exact = true) => Parts.Of(root, _components.SizeOf(root), () => InOrder(_components.MembersOf(root)), exact);

    private List<MatterEvent> Read(IEnumerable<int> roots, DateTimeOffset? now) =>
        [.. roots.SelectMany(root => PartsOf(root).Select(part => Event(part, now))).OfType<MatterEvent>().OrderBy(matter => matter.Id, StringComparer.Ordinal)];

    private MatterEvent? EventOf(int record) => Event(PartsOf(_components.RootOf(record)).First(part => part.Contains(record)), null);

    private MatterEvent? Event(int[] members, DateTimeOffset? now)
    {
        var root = _components.RootOf(members[0]);
        var facts = Array.ConvertAll(members, member => _facts[member]);
        if (Judge.Judge(facts, now ?? new DateTimeOffset(_newest, TimeSpan.Zero)) is not { } state)
        {
            return null;
        }

        var profile = new MatterProfile(members, _sketches);
        return new MatterEvent(
            (PartsOf(root).Count > 1 ? null : _raised.GetValueOrDefault(root)) ?? IdOf(members[0]),
            Array.ConvertAll(members, member => _keys[member]),
            _keys[profile.Central],
            [.. facts.Select(f => f.Channel).Distinct().Order().Select(c => c < Channels.All.Count ? Channels.All[c] : "other")],
            Maker.UnitOf(facts.GroupBy(f => f.Lead).OrderByDescending(g => g.Count()).ThenBy(g => Maker.UnitOf(g.Key), StringComparer.Ordinal).First().Key),
            state,
            PredecessorOf(members),
            profile.SharedTerms)
        {
            Times = Array.ConvertAll(facts, f => new DateTimeOffset(f.At, TimeSpan.Zero)),
            Stances = Array.ConvertAll(facts, f => f.Stance),
        };
    }

    private string? PredecessorOf(int[] members)
    {
        var root = _components.RootOf(members[0]);
        foreach (var member in members)
        {
            if (_earlier.TryGetValue(member, out var older) && _components.RootOf(older) is var other && other != root && _raised.TryGetValue(other, out var id))
            {
                return id;
            }
        }

        return null;
    }

    private string IdOf(int first) => StoredEvent.IdOf(_keys[first], new DateTimeOffset(_facts[first].At, TimeSpan.Zero));
}
