namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Where alerts, their logs and their running clocks are kept.</summary>
public interface IAlertStore
{
    /// <summary>Appends entries of one alert, of consecutive sequences, all or none; false when a sequence is already taken.</summary>
    Task<bool> TryAppendAsync(IReadOnlyList<AlertLogEntry> entries, CancellationToken cancellationToken);

    /// <summary>The log after a sequence, in order; empty when there is none.</summary>
    Task<IReadOnlyList<AlertLogEntry>> LogAsync(string alertId, CancellationToken cancellationToken, int afterSequence = 0);

    /// <summary>Writes the row of a new alert; false when it is already there.</summary>
    Task<bool> TryAddAsync(Alert alert, CancellationToken cancellationToken);

    /// <summary>Writes the row of an alert over what is there, and takes it away from units that led it before.</summary>
    Task SaveAsync(Alert alert, CancellationToken cancellationToken);

    /// <summary>Starts clocks; a clock that runs already is left as it is.</summary>
    Task SaveClocksAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken);

    /// <summary>Stops a clock; nothing happens when it does not run.</summary>
    Task RemoveClockAsync(OpenClock clock, CancellationToken cancellationToken);

    /// <summary>One page of alerts, newest first.</summary>
    Task<AlertPage> QueryAsync(AlertQuery query, CancellationToken cancellationToken);
}

/// <summary>A running deadline; a row of <c>openclocks</c>.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Clock">Name of the clock, <see cref="Acknowledge"/> or one of <c>clocks.json</c>.</param>
/// <param name="DueAt">The deadline (UTC).</param>
/// <param name="Unit">Unit that must act.</param>
/// <param name="Level">Level of the alert.</param>
public sealed record OpenClock(string AlertId, string Clock, DateTimeOffset DueAt, string Unit, string Level)
{
    /// <summary>The clock from dispatch to 签收.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>The acknowledge clock of an alert.</summary>
    public static OpenClock AcknowledgeOf(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return new OpenClock(alert.Id, Acknowledge, alert.AcknowledgeBy, alert.Unit, alert.Level);
    }
}

/// <summary>Which alerts to list; null means any.</summary>
/// <param name="Unit">Lead unit code.</param>
/// <param name="State">One of <see cref="AlertState"/>.</param>
/// <param name="Level">One of <see cref="AlertLevel"/>.</param>
/// <param name="From">Opened at or after (inclusive).</param>
/// <param name="To">Opened before (exclusive).</param>
/// <param name="PageSize">1 to 1,000.</param>
/// <param name="Continuation">Continuation of the page before.</param>
public sealed record AlertQuery(
    string? Unit = null,
    string? State = null,
    string? Level = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    int PageSize = 100,
    string? Continuation = null);

/// <summary>A page of alerts.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Continuation">Opens the next page; null at the end.</param>
public sealed record AlertPage(IReadOnlyList<Alert> Items, string? Continuation);
