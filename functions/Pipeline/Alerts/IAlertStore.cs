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

    /// <summary>Stops clocks; those that do not run are passed over.</summary>
    Task RemoveClocksAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken);

    /// <summary>The rows due at or before a moment, earliest first, in pages: one range scan, which never meets a later row.</summary>
    IAsyncEnumerable<IReadOnlyList<OpenClock>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>One page of alerts, newest first.</summary>
    Task<AlertPage> QueryAsync(AlertQuery query, CancellationToken cancellationToken);
}

/// <summary>Which alerts to list; null means any.</summary>
/// <param name="Unit">Code of the unit that leads it, or that supports it when <paramref name="Supported"/> says so.</param>
/// <param name="State">One of <see cref="AlertState"/>.</param>
/// <param name="Level">One of <see cref="AlertLevel"/>.</param>
/// <param name="From">Opened at or after (inclusive).</param>
/// <param name="To">Opened before (exclusive).</param>
/// <param name="PageSize">1 to 1,000.</param>
/// <param name="Continuation">Continuation of the page before.</param>
/// <param name="Supported">True to list what <paramref name="Unit"/> only supports too (a unit's own list); counts by lead unit leave it false.</param>
public sealed record AlertQuery(
    string? Unit = null,
    string? State = null,
    string? Level = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    int PageSize = 100,
    string? Continuation = null,
    bool Supported = false);

/// <summary>A page of alerts.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Continuation">Opens the next page; null at the end.</param>
public sealed record AlertPage(IReadOnlyList<Alert> Items, string? Continuation);
