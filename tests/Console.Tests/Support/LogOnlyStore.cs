using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Console.Tests.Support;

/// <summary>The part of an alert store that lifecycle steps need, in memory: the log.</summary>
internal sealed class LogOnlyStore : IAlertStore, IAlertAnnouncer
{
    private readonly List<AlertLogEntry> _log = [];

    public Task<bool> TryAppendAsync(IReadOnlyList<AlertLogEntry> entries, CancellationToken cancellationToken)
    {
        var free = entries[0].Sequence == _log.Count + 1;
        if (free)
        {
            _log.AddRange(entries);
        }

        return Task.FromResult(free);
    }

    public Task<IReadOnlyList<AlertLogEntry>> LogAsync(string alertId, CancellationToken cancellationToken, int afterSequence = 0) =>
        Task.FromResult<IReadOnlyList<AlertLogEntry>>([.. _log.Where(e => e.AlertId == alertId && e.Sequence > afterSequence)]);

    public Task<bool> TryAddAsync(Alert alert, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SaveAsync(Alert alert, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SaveClocksAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveClocksAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken) => Task.CompletedTask;

    public IAsyncEnumerable<IReadOnlyList<OpenClock>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<IReadOnlyList<OpenClock>>();

    public Task RemoveClockAsync(OpenClock clock, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<AlertPage> QueryAsync(AlertQuery query, CancellationToken cancellationToken) => Task.FromResult(new AlertPage([], null));

    public Task AnnounceAsync(IReadOnlyList<Announcement> announcements, bool recheck, CancellationToken cancellationToken) => Task.CompletedTask;
}
