using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Teams;

/// <summary>A store whose reads never come back until they are broken off.</summary>
internal sealed class SlowStore(IAlertStore inner) : IAlertStore
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when somebody waits for a read.</summary>
    public Task Asked => _asked.Task;

    public async Task<IReadOnlyList<AlertLogEntry>> LogAsync(string alertId, CancellationToken cancellationToken, int afterSequence = 0)
    {
        _asked.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return [];
    }

    public Task<bool> TryAppendAsync(IReadOnlyList<AlertLogEntry> entries, CancellationToken cancellationToken) => inner.TryAppendAsync(entries, cancellationToken);

    public Task<bool> TryAddAsync(Alert alert, CancellationToken cancellationToken) => inner.TryAddAsync(alert, cancellationToken);

    public Task SaveAsync(Alert alert, CancellationToken cancellationToken) => inner.SaveAsync(alert, cancellationToken);

    public Task SaveClocksAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken) => inner.SaveClocksAsync(clocks, cancellationToken);

    public Task RemoveClockAsync(OpenClock clock, CancellationToken cancellationToken) => inner.RemoveClockAsync(clock, cancellationToken);

    public Task RemoveClocksAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken) => inner.RemoveClocksAsync(clocks, cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<OpenClock>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) => inner.DueAsync(now, cancellationToken);

    public Task<AlertPage> QueryAsync(AlertQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);
}
