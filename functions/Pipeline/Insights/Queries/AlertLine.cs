using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>A line of <c>/api/alerts</c>; <c>overdue</c> tells that some deadline that runs has passed.</summary>
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
    /// <summary>Acknowledged after the limit, or not at all although it has passed.</summary>
    public bool AcknowledgedLate { get; init; }

    /// <summary>The deadline that falls due next; null when none runs that has not passed.</summary>
    public DateTimeOffset? NextDueAt { get; init; }

    /// <summary>Its clock: <c>acknowledge</c>, or clock.step of <c>clocks.json</c>.</summary>
    public string? NextClock { get; init; }

    /// <summary>Chinese name of that clock.</summary>
    public string? NextClockName { get; init; }

    /// <summary>The deadlines that have passed and run on, longest overdue first.</summary>
    public IReadOnlyList<OverdueClock> OverdueClocks { get; init; } = [];

    /// <summary>yellow (黄牌) or red (红牌); null without one.</summary>
    public string? Card { get; init; }

    /// <summary>督办: an office follows it up.</summary>
    public bool Supervised { get; init; }

    /// <summary>Unit codes that an escalation has told.</summary>
    public IReadOnlyList<string> EscalatedTo { get; init; } = [];

    /// <summary>The event (热点) that it tells of or belongs to; null without one.</summary>
    public string? EventId { get; init; }

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
        ("channels", line => line.Channels),
        ("acknowledgedLate", line => line.AcknowledgedLate),
        ("nextDueAt", line => line.NextDueAt),
        ("nextClock", line => line.NextClock),
        ("nextClockName", line => line.NextClockName),
        ("overdueClocks", line => line.OverdueClocks.Select(clock => $"{clock.Name}@{DayText.Stamp(clock.DueAt)}")),
        ("card", line => line.Card),
        ("supervised", line => line.Supervised),
        ("escalatedTo", line => line.EscalatedTo),
        ("eventId", line => line.EventId));

    /// <summary>The line of an alert as it stands at <paramref name="now"/>.</summary>
    public static AlertLine Of(Alert alert, string unitName, OverdueDesk overdue, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(overdue);
        var next = alert.Running().FirstOrDefault(deadline => deadline.DueAt >= now);
        return new AlertLine(
            alert.Id, alert.Level, alert.Title, alert.Unit, unitName, alert.Support, alert.State, alert.Place, alert.Kind, alert.Function, alert.Why, alert.Excerpt,
            alert.OpenedAt, alert.AcknowledgeBy, alert.AcknowledgedAt, alert.AcknowledgedBy, alert.IsOverdue(now), alert.RecordCount, alert.Channels)
        {
            AcknowledgedLate = alert.AcknowledgedLate(now),
            NextDueAt = next?.DueAt,
            NextClock = next?.Clock,
            NextClockName = next is null ? null : overdue.NameOf(next.Clock),
            OverdueClocks = overdue.Clocks(alert, now),
            Card = alert.Card,
            Supervised = alert.Supervised,
            EscalatedTo = alert.EscalatedTo,
            EventId = alert.Event?.Id,
        };
    }
}
