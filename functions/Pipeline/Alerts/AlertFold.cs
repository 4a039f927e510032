namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Derives an alert from its log: a pure fold over the entries in order of their sequence.</summary>
public sealed class AlertFold
{
    private readonly HashSet<string> _records = new(StringComparer.Ordinal);
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

        Alert = Alert with { LastSequence = entry.Sequence, RecordCount = _records.Count };
        if (ReasonOf(before, Alert, entry) is { } reason)
        {
            _news.Add(new Announcement(reason, entry.At, Alert));
        }
    }

    private Alert TakeIn(AlertLogEntry entry, MatterFacts facts)
    {
        _records.UnionWith(entry.Records ?? []);
        var raised = _facts is null || facts.Grade > _facts.Grade;
        _facts = _facts?.Merge(facts) ?? facts;
        var due = DueAfter(entry.At);
        var alert = Alert ?? new Alert
        {
            Id = entry.AlertId,
            Unit = facts.Unit,
            Level = facts.Level,
            Title = facts.Head.Title,
            DayStart = facts.DayStart,
            OpenedAt = entry.At,
            AcknowledgeBy = due,
        };
        var head = _facts.Head;
        alert = alert with
        {
            Level = _facts.Level,
            Doubtful = _facts.Doubtful,
            Title = head.Title,
            Excerpt = head.Excerpt,
            Kind = head.Kind,
            Place = head.Place,
            Function = head.Function,
            Why = head.Why,
            Support = [.. _facts.Support.Except(_facts.Recused).Where(unit => unit != alert.Unit)],
            Recused = _facts.Recused,
            Channels = _facts.Channels,
            AcknowledgeBy = raised && due < alert.AcknowledgeBy ? due : alert.AcknowledgeBy,
        };

        // What was reported after the matter was closed is news: it must not vanish in a closed alert.
        return alert.State == AlertState.Closed && facts.LatestReceivedAt > alert.ClosedAt
            ? Reopen(alert, due)
            : alert;
    }

    // A whole second, because that is how exactly the rows of running clocks are named.
    private DateTimeOffset DueAfter(DateTimeOffset at)
    {
        var due = at + TimeSpan.FromMinutes(_facts!.AckMinutes);
        return due.AddTicks(-(due.Ticks % TimeSpan.TicksPerSecond));
    }

    private static Alert Reopen(Alert alert, DateTimeOffset due) => alert with
    {
        State = AlertState.Open,
        AcknowledgeBy = due,
        AcknowledgedAt = null,
        AcknowledgedBy = null,
        ClosedAt = null,
    };

    private Alert StepOf(Alert alert, AlertLogEntry entry)
    {
        if (entry.Unit != alert.Unit && entry.Unit is not (AlertActors.Admin or AlertActors.System))
        {
            return entry.Step == AlertStep.Acknowledged && !alert.AcknowledgedSupport.Contains(entry.Unit)
                ? alert with { AcknowledgedSupport = [.. alert.AcknowledgedSupport, entry.Unit] }
                : alert;
        }

        var next = StepPolicy.StateAfter(entry.Step, alert.State);
        return entry.Step switch
        {
            AlertStep.Acknowledged => alert with { State = next, AcknowledgedAt = entry.At, AcknowledgedBy = entry.By },
            AlertStep.Returned => alert with { State = next, AcknowledgedAt = null, AcknowledgedBy = null },
            AlertStep.Closed or AlertStep.FalseAlarm => alert with { State = next, ClosedAt = entry.At },
            AlertStep.Reopened => alert with { State = next, ClosedAt = null },
            AlertStep.Reassigned when entry.To is { } unit => Reopen(alert, DueAfter(entry.At)) with
            {
                Unit = unit,
                FormerUnits = [.. alert.FormerUnits.Append(alert.Unit).Distinct().Where(former => former != unit)],
                Support = [.. alert.Support.Where(support => support != unit)],
            },
            _ => alert with { State = next },
        };
    }

    private static string? ReasonOf(Alert? before, Alert after, AlertLogEntry entry) => (before, entry.Step) switch
    {
        (null, _) => AnnouncementReason.Opened,
        (_, AlertStep.Reassigned) => $"{AnnouncementReason.ReassignedPrefix}{entry.Sequence}",
        (_, AlertStep.Returned) when after.State == AlertState.Returned => $"{AnnouncementReason.ReturnedPrefix}{entry.Sequence}",
        ({ State: AlertState.Closed }, AlertStep.Joined) when after.State == AlertState.Open => $"{AnnouncementReason.ReopenedPrefix}{entry.Sequence}",
        _ when AlertLevel.RankOf(after.Level) > AlertLevel.RankOf(before.Level) => $"{AnnouncementReason.RaisedPrefix}{after.Level}",
        _ => null,
    };
}
