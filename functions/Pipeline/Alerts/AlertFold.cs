namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Derives an alert from its log: a pure fold over the entries in order of their sequence.</summary>
public sealed class AlertFold
{
    private readonly HashSet<string> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _replaced = new(StringComparer.Ordinal);
    private readonly List<Announcement> _news = [];
    private MatterFacts? _facts;

    private AlertFold()
    {
    }

    /// <summary>The alert after the last entry; null before the first entry with facts.</summary>
    public Alert? Alert { get; private set; }

    /// <summary>What the log says is worth telling, in order, each with the alert as it stands at the end.</summary>
    public IReadOnlyList<Announcement> Announcements => [.. _news.Select(news => news with { Alert = Alert! })];

    /// <summary>Hash of the matter key; null before the first entry.</summary>
    public string? Matter => _facts?.Matter;

    /// <summary>Highest grade of the records so far.</summary>
    public AlertGrade Grade => _facts?.Grade ?? default;

    /// <summary>Folds a whole log.</summary>
    public static AlertFold Of(IEnumerable<AlertLogEntry> log)
    {
        var fold = new AlertFold();
        foreach (var entry in log)
        {
            fold.Apply(entry);
        }

        return fold;
    }

    /// <summary>The alert after each entry of a log, from the first with facts on.</summary>
    public static IEnumerable<Alert> StatesOf(IEnumerable<AlertLogEntry> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var fold = new AlertFold();
        foreach (var entry in log)
        {
            fold.Apply(entry);
            if (fold.Alert is not null)
            {
                yield return fold.Alert;
            }
        }
    }

    /// <summary>Every clock row that stood for the alert at some time of its log: what of them no longer must be there is to be removed.</summary>
    public static IReadOnlyCollection<OpenClock> EveryRowOf(IEnumerable<AlertLogEntry> log) => [.. StatesOf(log).SelectMany(OpenClock.RowsOf).Distinct()];

    /// <summary>True when the record is a member already.</summary>
    public bool Holds(string record) => _records.Contains(record);

    private void Apply(AlertLogEntry entry)
    {
        var before = Alert;
        Alert = entry.Facts is { } facts ? TakeIn(entry, facts) : before is null ? null : StepOf(before, entry);
        if (Alert is null)
        {
            return;
        }

        if (entry.Unit == AlertActors.System && OpenClock.MarkOfSource(entry.Source) is { } mark)
        {
            Alert = AlertClocks.Take(Alert, mark);
        }

        Alert = AlertClocks.Settle(Alert, before, entry) with { LastSequence = entry.Sequence, RecordCount = Math.Max(_records.Count, Alert.OfEvent ? Alert.Event?.Records ?? 0 : 0) };
        if (AlertNews.Of(before, Alert, entry) is { } news)
        {
            _news.Add(news);
        }
    }

    private Alert TakeIn(AlertLogEntry entry, MatterFacts facts)
    {
        _records.UnionWith(entry.Records ?? []);
        var raised = _facts is null || facts.Grade > _facts.Grade;
        var first = _facts is null;
        _facts = _facts?.Merge(facts) ?? facts;
        var alert = Alert ?? new Alert
        {
            Id = entry.AlertId,
            Unit = facts.Unit,
            Level = facts.Level,
            Title = facts.Head.Title,
            DayStart = facts.DayStart,
            OpenedAt = entry.At,
            AcknowledgeBy = entry.At,
            Policy = entry.Policy,
            OfEvent = facts.Event is not null,
        };
        alert = Describe(alert, _facts);

        // What was reported after the matter was closed is news: it must not vanish in a closed alert.
        if (first || (alert.State == AlertState.Closed && facts.LatestReceivedAt > alert.ClosedAt))
        {
            return AlertClocks.Add(first ? AlertRounds.Begin(alert, entry, AckLimit(alert)) : AlertRounds.Reopen(alert, entry, AckLimit(alert)), facts.Deadlines);
        }

        return AlertClocks.Add(raised ? Raised(alert, entry.At) : alert, facts.Deadlines.Where(deadline => Binds(alert, deadline)));
    }

    private static Alert Describe(Alert alert, MatterFacts facts) => alert with
    {
        Level = facts.Level,
        Doubtful = facts.Doubtful,
        Title = facts.Head.Title,
        Excerpt = facts.Head.Excerpt,
        Kind = facts.Head.Kind,
        Place = facts.Head.Place,
        Street = facts.Head.Street,
        Function = facts.Head.Function,
        Why = facts.Head.Why,
        Support = [.. facts.Support.Except(facts.Recused).Except(alert.FormerUnits).Where(unit => unit != alert.Unit)],
        Recused = facts.Recused,
        Channels = facts.Channels,
        ClockFaults = facts.ClockFaults,
        Event = facts.Event,
    };

    private Alert Raised(Alert alert, DateTimeOffset at)
    {
        var started = AlertClocks.StartLevel(alert, at);
        var dispatched = AlertClocks.Dispatch(started, at, AckLimit(alert));
        return dispatched.AcknowledgeBy < alert.AcknowledgeBy ? dispatched : started;
    }

    // A record told of before a deadline was put off does not call the old deadline back.
    private bool Binds(Alert alert, AlertDeadline deadline) =>
        deadline.RunsIn(alert.State) && !(_replaced.TryGetValue(deadline.Clock, out var at) && deadline.StartAt <= at);

    private TimeSpan AckLimit(Alert alert) =>
        TimeSpan.FromMinutes(alert.Policy?.Levels.GetValueOrDefault(alert.Level)?.AckMinutes ?? _facts!.AckMinutes);

    private Alert StepOf(Alert alert, AlertLogEntry entry)
    {
        foreach (var deadline in entry.Deadlines ?? [])
        {
            _replaced[deadline.Clock] = entry.At;
        }

        return AlertRounds.After(alert, entry, AckLimit(alert));
    }
}
