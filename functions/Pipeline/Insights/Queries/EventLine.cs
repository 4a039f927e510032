namespace SentimentWatch.Pipeline.Insights;

/// <summary>Merged events; implemented in Storage over the <c>events</c> table.</summary>
public interface IEventQuery
{
    /// <summary>Events first raised from <paramref name="from"/> to <paramref name="to"/> (Asia/Shanghai, both included), newest first.</summary>
    Task<IReadOnlyList<EventLine>> RaisedAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);
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
/// <param name="State">Burst state.</param>
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
        ("why", line => line.Why));
}
