using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Whether an alert's acknowledgement met its limit.</summary>
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
    public static bool IsOverdue(this Alert alert, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.AcknowledgedAt is { } at ? at > alert.AcknowledgeBy : alert.IsUnacknowledged() && now > alert.AcknowledgeBy;
    }
}
