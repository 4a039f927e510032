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
    private readonly NumberedNames _units = new();
    private readonly BlockList<EventFacts> _facts = new();
    private readonly KnownKeys _known = new();
    private readonly EventConstraints _corrections = corrections ?? EventConstraints.None;

    // By root: the sides of cuts that its records stand on.
    private readonly Dictionary<int, HashSet<int>> _sides = [];

    // By root: the id under which a matter was raised. By record: the older record whose closed matter it takes up again.
    private readonly Dictionary<int, string> _raised = [];
    private readonly Dictionary<int, int> _earlier = [];
    private readonly DistrictView _view = view ?? DistrictView.Bare;
    private readonly TopicTally _tally = new();
    private readonly Linker _linker = new();
    private BurstJudge? _judge;
    private DateTime _newest = DateTime.MinValue;

    /// <summary>Number of records.</summary>
    public int Count => _facts.Count;

    /// <summary>True when it has the record of a key.</summary>
    public bool Knows(string key) => _known.NumberOf(StableHash.Of(key)) >= 0;

    /// <summary>Takes the records of a batch; those it knows already change nothing.</summary>
    /// <returns>The raised matters that the batch changed, in order of their ids.</returns>
    public IReadOnlyList<EventChange> Take(IReadOnlyList<EventRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var touched = new HashSet<int>();
        var absorbed = new Dictionary<int, List<string>>();
        foreach (var record in records)
        {
            if (_known.TryAdd(StableHash.Of(record.Key), out var number))
            {
                Add(number, record, absorbed);
                touched.Add(number);
            }
        }

        var changes = new List<EventChange>();
        foreach (var root in touched.Select(_components.RootOf).Distinct())
        {
            if (Event(root) is { } matter)
            {
                var isNew = _raised.TryAdd(root, matter.Id);
                changes.Add(new EventChange(matter, isNew, absorbed.TryGetValue(root, out var gone) ? [.. gone.Order(StringComparer.Ordinal)] : []));
            }
        }

        return [.. changes.OrderBy(change => change.Event.Id, StringComparer.Ordinal)];
    }

    /// <summary>All raised matters, in order of their ids.</summary>
    /// <param name="now">The time at which their life is judged; null for that of the newest record.</param>
    public IReadOnlyList<MatterEvent> Raised(DateTimeOffset? now = null) =>
        [.. _raised.Keys.Select(root => Event(root, now)!).OrderBy(matter => matter.Id, StringComparer.Ordinal)];

    /// <summary>The record keys of every matter of two records or more, raised or not; sets and their members in order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Matters() =>
        [.. Enumerable.Range(0, Count).Where(record => _components.RootOf(record) == record && _components.SizeOf(record) > 1)
            .Select(root => _components.MembersOf(root).Select(member => _keys[member]).Order(StringComparer.Ordinal).ToList())
            .OrderBy(members => members[0], StringComparer.Ordinal)];

    private void Add(int number, EventRecord record, Dictionary<int, List<string>> absorbed)
    {
        var at = record.ReceivedAt.UtcDateTime;
        _newest = at > _newest ? at : _newest;
        _keys.Add(record.Key);
        _sketches.Add(record.Sketch);
        _components.Add();
        var (topic, area) = (_tally.TopicNumber(_view.TopicOf(record.Sketch, record.Lead)), _tally.AreaNumber(record.Street));
        _tally.Add(topic, area, ShanghaiTime.DayOf(record.ReceivedAt));
        _facts.Add(new EventFacts(
            at,
            record.Voice,
            ChannelNumber(record.Channel),
            (byte)Math.Clamp(record.Urgency, 0, 2),
            (byte)Math.Clamp((int)MathF.Round(record.Negative * byte.MaxValue), 0, byte.MaxValue),
            _units.NumberOf(record.Lead),
            topic,
            area,
            record.Stance,
            (int)Math.Clamp(record.Reach, 0, int.MaxValue)));
        Correct(record.Key, number, absorbed);
        _linker.Link(number, record.Sketch.Keys, _index, _sketches, _facts);
        foreach (var other in _linker.Linked)
        {
            Join(number, other, absorbed);
        }

        foreach (var (one, other) in _linker.Crowd)
        {
            Join(one, other, absorbed);
        }

        if (_linker.Earlier >= 0)
        {
            _earlier[number] = _linker.Earlier;
        }
    }

    private void Correct(string key, int number, Dictionary<int, List<string>> absorbed)
    {
        if (_corrections.SidesOf(key) is { Count: > 0 } sides)
        {
            _sides[number] = [.. sides];
        }

        foreach (var partner in _corrections.PartnersOf(key))
        {
            if (_known.NumberOf(StableHash.Of(partner)) is var other and >= 0)
            {
                Join(number, other, absorbed);
            }
        }
    }

    // A cut stands between two sets that hold both of its sides.
    private bool IsCut(int one, int another) =>
        _sides.Count > 0
        && _sides.TryGetValue(_components.RootOf(one), out var here) && _sides.TryGetValue(_components.RootOf(another), out var there)
        && here.Any(side => there.Contains(-side));

    private void Join(int one, int another, Dictionary<int, List<string>> absorbed)
    {
        if (IsCut(one, another))
        {
            return;
        }

        var under = _components.Join(one, another);
        if (under < 0)
        {
            return;
        }

        var root = _components.RootOf(one);
        if (_sides.Remove(under, out var sides))
        {
            (_sides.TryGetValue(root, out var held) ? held : _sides[root] = []).UnionWith(sides);
        }

        if (absorbed.Remove(under, out var ids))
        {
            (absorbed.TryGetValue(root, out var list) ? list : absorbed[root] = []).AddRange(ids);
        }

        if (!_raised.Remove(under, out var id))
        {
            return;
        }

        // Of two raised matters that are one the earlier id stays.
        if (_raised.TryGetValue(root, out var other) && string.CompareOrdinal(other, id) < 0)
        {
            (id, other) = (other, id);
        }

        _raised[root] = id;
        if (other is not null)
        {
            (absorbed.TryGetValue(root, out var list) ? list : absorbed[root] = []).Add(other);
        }
    }

    private MatterEvent? Event(int root, DateTimeOffset? now = null)
    {
        if (_components.SizeOf(root) < Math.Min(rules.RepeatRecords, Math.Min(rules.BurstVoices, rules.SlowVoices)))
        {
            return null;
        }

        var members = Ordered(root);
        var facts = members.ConvertAll(member => _facts[member]);
        _judge ??= new BurstJudge(rules, _tally, _view);
        if (_judge.Judge(facts, now ?? new DateTimeOffset(_newest, TimeSpan.Zero)) is not { } state)
        {
            return null;
        }

        var profile = new MatterProfile(members, _sketches);
        return new MatterEvent(
            _raised.GetValueOrDefault(root) ?? IdOf(members[0]),
            members.ConvertAll(member => _keys[member]),
            _keys[profile.Central],
            [.. facts.Select(f => f.Channel).Distinct().Order().Select(c => c < Channels.All.Count ? Channels.All[c] : "other")],
            _units.NameOf(facts.GroupBy(f => f.Lead).OrderByDescending(g => g.Count()).ThenBy(g => _units.NameOf(g.Key), StringComparer.Ordinal).First().Key),
            state,
            PredecessorOf(members),
            profile.SharedTerms)
        {
            Times = facts.ConvertAll(f => new DateTimeOffset(f.At, TimeSpan.Zero)),
        };
    }

    private string? PredecessorOf(List<int> members)
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

    private List<int> Ordered(int root)
    {
        var members = _components.MembersOf(root);
        Array.Sort(members, (a, b) => _facts[a].At != _facts[b].At ? _facts[a].At.CompareTo(_facts[b].At) : _keys.Compare(a, b));
        return [.. members];
    }

    private string IdOf(int first) => StoredEvent.IdOf(_keys[first], new DateTimeOffset(_facts[first].At, TimeSpan.Zero));

    private static byte ChannelNumber(string channel)
    {
        for (var i = 0; i < Channels.All.Count; i++)
        {
            if (Channels.All[i] == channel)
            {
                return (byte)i;
            }
        }

        return (byte)Channels.All.Count;
    }
}
