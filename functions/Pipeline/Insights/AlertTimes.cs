using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>How an alert stands to its limits.</summary>
public static class AlertTimes
{
    /// <summary>Acknowledged, and not after the limit.</summary>
    public static bool AcknowledgedInTime(this Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.AcknowledgedAt is { } at && at <= alert.AcknowledgeBy;
    }

    /// <summary>Nobody has taken it up: open, or returned and not yet taken by another unit.</summary>
    public static bool IsUnacknowledged(this Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.AcknowledgedAt is null && !string.Equals(alert.State, AlertState.Closed, StringComparison.Ordinal);
    }

    /// <summary>Acknowledged after the limit, or not at all although it has passed.</summary>
    public static bool AcknowledgedLate(this Alert alert, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.AcknowledgedAt is { } at ? at > alert.AcknowledgeBy : alert.IsUnacknowledged() && now > alert.AcknowledgeBy;
    }

    /// <summary>The deadlines that run, earliest first. A row from before deadlines were kept has the one to acknowledge alone.</summary>
    public static IReadOnlyList<AlertDeadline> Running(this Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        IEnumerable<AlertDeadline> running = alert.Deadlines.Count == 0 && alert.IsUnacknowledged()
            ? [new AlertDeadline(OpenClock.Acknowledge, alert.OpenedAt, alert.AcknowledgeBy, AlertStop.Acknowledged, [])]
            : alert.Deadlines;
        return [.. running.OrderBy(deadline => deadline.DueAt).ThenBy(deadline => deadline.Clock, StringComparer.Ordinal)];
    }

    /// <summary>The deadlines that run on although they have passed, earliest first: what the alert's unit lets lapse.</summary>
    public static IReadOnlyList<AlertDeadline> Overdue(this Alert alert, DateTimeOffset now) =>
        [.. alert.Running().Where(deadline => deadline.DueAt < now)];

    /// <summary>Some deadline that runs has passed.</summary>
    public static bool IsOverdue(this Alert alert, DateTimeOffset now) => alert.Overdue(now).Count > 0;

    /// <summary>True for a clock of the law; our own limit to acknowledge is none.</summary>
    public static bool IsLegal(string clock) => !string.Equals(clock, OpenClock.Acknowledge, StringComparison.Ordinal);
}
