namespace SentimentWatch.Pipeline.Alerts;

/// <summary>What a step makes of an alert; a round goes from a dispatch to the closing.</summary>
internal static class AlertRounds
{
    /// <summary>The alert as it goes out: the clocks to acknowledge and of its level start.</summary>
    public static Alert Begin(Alert alert, AlertLogEntry entry, TimeSpan limit) =>
        AlertClocks.StartLevel(AlertClocks.Dispatch(alert, entry.At, limit), entry.At) with { Round = entry.Sequence };

    /// <summary>A closed alert that goes out again.</summary>
    public static Alert Reopen(Alert alert, AlertLogEntry entry, TimeSpan limit) => Begin(
        Untaken(alert) with { Deadlines = [], Taken = [], AcknowledgedSupport = [], EscalatedTo = [], Supervised = false, Card = null, ExtendedTo = null },
        entry,
        limit);

    /// <summary>The alert after a step that takes no records in.</summary>
    public static Alert After(Alert alert, AlertLogEntry entry, TimeSpan limit)
    {
        if (entry.Unit != alert.Unit && entry.Unit is not (AlertActors.Admin or AlertActors.System) && !StepPolicy.IsForOffices(entry.Step))
        {
            return entry.Step == AlertStep.Acknowledged && !alert.AcknowledgedSupport.Contains(entry.Unit)
                ? alert with { AcknowledgedSupport = [.. alert.AcknowledgedSupport, entry.Unit] }
                : alert;
        }

        var next = alert with { State = StepPolicy.StateAfter(entry.Step, alert.State) };
        return entry.Step switch
        {
            AlertStep.Dispatched => next with { Chain = entry.Chain ?? [], ReturnBy = entry.ReturnBy, Round = entry.Sequence },
            AlertStep.Acknowledged => next with { AcknowledgedAt = entry.At, AcknowledgedBy = entry.By, Proposed = null },
            AlertStep.Returned => Returned(alert, next, entry, limit),
            AlertStep.Reassigned when entry.To is { } unit => Reassigned(alert, entry, unit, limit),
            AlertStep.Closed or AlertStep.FalseAlarm => next with { ClosedAt = entry.At, Proposed = null },
            AlertStep.Reopened => Replace(Again(next, entry), entry),
            AlertStep.Extended => Replace(next, entry) with { ExtendedTo = entry.Deadlines?.Min(deadline => (DateTimeOffset?)deadline.DueAt) },
            AlertStep.Supervised => next with { Supervised = true },
            AlertStep.Escalated => next with { EscalatedTo = [.. alert.EscalatedTo.Union(entry.To?.Split(',') ?? [])] },
            AlertStep.YellowCard => next with { Card = alert.Card ?? "yellow" },
            AlertStep.RedCard => next with { Card = "red" },
            _ => next,
        };
    }

    // 条例 第27条: what did not satisfy is handled again, on clocks of its own.
    private static Alert Again(Alert next, AlertLogEntry entry) =>
        AlertClocks.StartLevel(next with { ClosedAt = null, Round = entry.Sequence, Card = null, ExtendedTo = null }, entry.At);

    // Whoever took it up and then gives it back leaves the office as much time as a new dispatch has.
    private static Alert Returned(Alert alert, Alert next, AlertLogEntry entry, TimeSpan limit)
    {
        var returned = next with { AcknowledgedAt = null, AcknowledgedBy = null, Proposed = entry.To };
        return alert.State == AlertState.Acknowledged ? AlertClocks.Dispatch(returned, entry.At, limit) : returned;
    }

    private static Alert Reassigned(Alert alert, AlertLogEntry entry, string unit, TimeSpan limit) => Replace(
        AlertClocks.Dispatch(Untaken(alert), entry.At, limit) with
        {
            Unit = unit,
            FormerUnits = [.. alert.FormerUnits.Append(alert.Unit).Distinct().Where(former => former != unit)],
            Support = [.. alert.Support.Where(support => support != unit)],
            AcknowledgedSupport = [.. alert.AcknowledgedSupport.Where(support => support != unit)],
            Chain = entry.Chain ?? [],
            EscalatedTo = [],
            ReturnBy = entry.ReturnBy,
            Round = entry.Sequence,
        },
        entry);

    private static Alert Untaken(Alert alert) => alert with
    {
        State = AlertState.Open,
        AcknowledgedAt = null,
        AcknowledgedBy = null,
        ClosedAt = null,
        Proposed = null,
    };

    private static Alert Replace(Alert alert, AlertLogEntry entry) => AlertClocks.Replace(alert, entry.Deadlines ?? []);
}
