using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Counts one day: facts and alerts in, in any order; the same rows out.</summary>
internal sealed class DailyTally(DateOnly day)
{
    private const string Report = "report";

    // All of them together fit one string column (32,768 UTF-16 units), and a digest quotes few.
    private const int MaxMatters = 200;
    private const int QuotedMatters = 60;
    private const int MaxQuotedId = 100;

    private static readonly string[] Kinds = ["inquiry", "help", "suggestion", "complaint", "report", "praise"];
    private readonly Dictionary<string, UnitTally> _units = new(StringComparer.Ordinal);
    private readonly UnitTally _all = new();
    private readonly Dictionary<(string Topic, string Street), MatterTally> _matters = [];

    public void Add(RecordFacts facts)
    {
        _all.Add(facts);
        Of(facts.Unit).Add(facts);
        if (facts.Street is not { Length: > 0 } street)
        {
            return;
        }

        if (!_matters.TryGetValue((facts.Topic, street), out var matter))
        {
            _matters[(facts.Topic, street)] = matter = new MatterTally();
        }

        matter.Add(facts);
    }

    public void Add(Alert alert, DateTimeOffset now)
    {
        _all.Add(alert, now);
        Of(alert.Unit).Add(alert, now);
    }

    /// <summary>The row of everyone.</summary>
    public DailyRow All() => _all.Row(DailyRow.Everyone, day) with
    {
        Units = new Counts(_units.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Total))),
        Matters = [.. _matters
            .Select(pair => pair.Value.Matter(pair.Key.Topic, pair.Key.Street))
            .OrderByDescending(matter => matter.Count)
            .ThenBy(matter => matter.Topic, StringComparer.Ordinal)
            .ThenBy(matter => matter.Street, StringComparer.Ordinal)
            .Take(MaxMatters)
            .Select((matter, rank) => rank < QuotedMatters && matter.SourceId?.Length <= MaxQuotedId ? matter : matter with { Channel = null, SourceId = null })],
    };

    /// <summary>The row of everyone with the marks of its units, to replace <paramref name="stored"/>.</summary>
    public DailyHead Head(DailyHead? stored) => new(All(), Units(stored).ToDictionary(row => row.Unit, DailyMark.Of), stored?.Tag);

    /// <summary>One row a unit that has anything, by code; a unit that had something when <paramref name="stored"/> was counted, and has nothing now, gets zeros.</summary>
    public IEnumerable<DailyRow> Units(DailyHead? stored) => _units.Keys
        .Concat(stored?.Marks.Keys ?? [])
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(unit => _units.TryGetValue(unit, out var tally) ? tally.Row(unit, day) : new DailyRow(unit, day));

    private UnitTally Of(string unit)
    {
        if (!_units.TryGetValue(unit, out var tally))
        {
            _units[unit] = tally = new UnitTally();
        }

        return tally;
    }

    private sealed class UnitTally
    {
        private readonly Counts _channels = new(), _moods = new(), _sentiments = new(), _levels = new(), _kinds = new(), _topics = new();
        private int _replied, _closed, _followedUp, _satisfied, _opened, _acknowledged, _inTime, _overdue;

        public int Total { get; private set; }

        public void Add(RecordFacts facts)
        {
            Total++;
            _channels.Add(facts.Channel);
            _moods.Add($"{facts.Channel}_{facts.Sentiment}");
            _sentiments.Add(facts.Sentiment);
            _levels.Add(facts.Urgency);
            _kinds.Add(facts.Kind is null ? "unknown" : Kinds.Contains(facts.Kind) ? facts.Kind : "other");
            _topics.Add(facts.Topic);
            _replied += facts.Replied || facts.Closed ? 1 : 0;
            _closed += facts.Closed ? 1 : 0;
            _followedUp += facts.Satisfied is null ? 0 : 1;
            _satisfied += facts.Satisfied is true ? 1 : 0;
        }

        public void Add(Alert alert, DateTimeOffset now)
        {
            _opened++;
            _acknowledged += alert.AcknowledgedAt is null ? 0 : 1;
            _inTime += alert.AcknowledgedInTime() ? 1 : 0;
            _overdue += alert.AcknowledgedLate(now) ? 1 : 0;
        }

        public DailyRow Row(string unit, DateOnly day) => new(unit, day)
        {
            Total = Total,
            Channels = _channels,
            Moods = _moods,
            Sentiments = _sentiments,
            Levels = _levels,
            Kinds = _kinds,
            Topics = _topics,
            Handling = new HandlingCounts(_replied, _closed, _followedUp, _satisfied),
            Alerts = new AlertCounts(_opened, _acknowledged, _inTime, _overdue),
        };
    }

    private sealed class MatterTally
    {
        private int _count, _negative;
        private (string Channel, string SourceId)? _sample;

        public void Add(RecordFacts facts)
        {
            _count++;
            _negative += string.Equals(facts.Sentiment, "negative", StringComparison.Ordinal) ? 1 : 0;
            // What informs against someone is not quoted (hotline by-law, article 32); the least key is the same in every recount.
            var key = (facts.Channel, facts.SourceId);
            if (!string.Equals(facts.Kind, Report, StringComparison.Ordinal) && (_sample is null || Compare(key, _sample.Value) < 0))
            {
                _sample = key;
            }
        }

        public HotMatter Matter(string topic, string street) => new(topic, street, _count, _negative, _sample?.Channel, _sample?.SourceId);

        private static int Compare((string Channel, string SourceId) a, (string Channel, string SourceId) b) =>
            string.CompareOrdinal(a.Channel, b.Channel) is var order and not 0 ? order : string.CompareOrdinal(a.SourceId, b.SourceId);
    }
}
