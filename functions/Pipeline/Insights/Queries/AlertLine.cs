using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>A line of <c>/api/alerts</c>.</summary>
public sealed record AlertLine(
    string Id,
    string Level,
    string Title,
    string Unit,
    string UnitName,
    IReadOnlyList<string> Support,
    string State,
    string? Place,
    string? Kind,
    string Function,
    string Why,
    string Excerpt,
    DateTimeOffset OpenedAt,
    DateTimeOffset AcknowledgeBy,
    DateTimeOffset? AcknowledgedAt,
    string? AcknowledgedBy,
    bool Overdue,
    int RecordCount,
    IReadOnlyList<string> Channels)
{
    internal static Columns<AlertLine> Columns { get; } = new(
        ("id", line => line.Id),
        ("level", line => line.Level),
        ("title", line => line.Title),
        ("unit", line => line.Unit),
        ("unitName", line => line.UnitName),
        ("support", line => line.Support),
        ("state", line => line.State),
        ("place", line => line.Place),
        ("kind", line => line.Kind),
        ("function", line => line.Function),
        ("why", line => line.Why),
        ("excerpt", line => line.Excerpt),
        ("openedAt", line => line.OpenedAt),
        ("acknowledgeBy", line => line.AcknowledgeBy),
        ("acknowledgedAt", line => line.AcknowledgedAt),
        ("acknowledgedBy", line => line.AcknowledgedBy),
        ("overdue", line => line.Overdue),
        ("recordCount", line => line.RecordCount),
        ("channels", line => line.Channels));

    /// <summary>The line of an alert as it stands at <paramref name="now"/>.</summary>
    public static AlertLine Of(Alert alert, string unitName, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return new AlertLine(
            alert.Id, alert.Level, alert.Title, alert.Unit, unitName, alert.Support, alert.State, alert.Place, alert.Kind, alert.Function, alert.Why, alert.Excerpt,
            alert.OpenedAt, alert.AcknowledgeBy, alert.AcknowledgedAt, alert.AcknowledgedBy, alert.IsOverdue(now), alert.RecordCount, alert.Channels);
    }
}
