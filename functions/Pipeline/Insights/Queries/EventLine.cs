namespace SentimentWatch.Pipeline.Insights;

/// <summary>Merged events; implemented in Storage over the <c>events</c> table.</summary>
public interface IEventQuery
{
    /// <summary>Events that were raised, or had a record, from <paramref name="from"/> to <paramref name="to"/> (Asia/Shanghai, both included), newest first; those that went up in another are not among them.</summary>
    Task<IReadOnlyList<EventLine>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);
}

/// <summary>A line of <c>/api/events</c>: one matter that many records speak of.</summary>
/// <param name="EventId">RowKey.</param>
/// <param name="Title">Made by the product.</param>
/// <param name="Level">red, orange, yellow or blue.</param>
/// <param name="Lead">Lead unit code.</param>
/// <param name="Channels">Channel codes it came through.</param>
/// <param name="RaisedAt">When it was first raised (UTC).</param>
/// <param name="LastAt">When its last record was received (UTC).</param>
/// <param name="RecordCount">Records.</param>
/// <param name="State">new, growing, steady or closed.</param>
/// <param name="Predecessor">The earlier event that it continues; null when there is none.</param>
/// <param name="Why">Why it was raised.</param>
public sealed record EventLine(
    string EventId,
    string Title,
    string Level,
    string Lead,
    IReadOnlyList<string> Channels,
    DateTimeOffset RaisedAt,
    DateTimeOffset LastAt,
    int RecordCount,
    string State,
    string? Predecessor,
    string Why)
{
    /// <summary>Words that most of its records share.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Different voices.</summary>
    public int Voices { get; init; }

    /// <summary>When its first record was received (UTC).</summary>
    public DateTimeOffset FirstAt { get; init; }

    /// <summary>Ids of events that went up in it.</summary>
    public IReadOnlyList<string> FormerIds { get; init; } = [];

    /// <summary>The event that its records were part of before; null when there is none.</summary>
    public string? SplitFrom { get; init; }

    /// <summary>True when a person marked it as false.</summary>
    public bool IsFalse { get; init; }

    /// <summary>The alert that tells its lead unit of it; null without one.</summary>
    public string? AlertId { get; init; }

    /// <summary>True when its title comes from a report (举报) or speaks against a unit.</summary>
    public bool IsReserved { get; init; }

    /// <summary>The words of both sides where official and other words disagree, for a person to look at; null when they do not.</summary>
    public string? Hint { get; init; }

    /// <summary>0 for red, 3 for blue.</summary>
    public static int RankOf(string level) => level switch { "red" => 0, "orange" => 1, "yellow" => 2, _ => 3 };

    internal static Columns<EventLine> Columns { get; } = new(
        ("eventId", line => line.EventId),
        ("title", line => line.Title),
        ("level", line => line.Level),
        ("lead", line => line.Lead),
        ("channels", line => line.Channels),
        ("raisedAt", line => line.RaisedAt),
        ("lastAt", line => line.LastAt),
        ("recordCount", line => line.RecordCount),
        ("state", line => line.State),
        ("predecessor", line => line.Predecessor),
        ("why", line => line.Why),
        ("terms", line => line.Terms),
        ("voices", line => line.Voices),
        ("firstAt", line => line.FirstAt),
        ("formerIds", line => line.FormerIds),
        ("splitFrom", line => line.SplitFrom),
        ("isFalse", line => line.IsFalse),
        ("hint", line => line.Hint),
        ("alertId", line => line.AlertId));
}
