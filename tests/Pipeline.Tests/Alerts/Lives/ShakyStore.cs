using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Tests.Alerts.Lives;

/// <summary>A store before and after each of whose calls others may come between, and the process may die; it also hears what is announced.</summary>
internal sealed class ShakyStore(IAlertStore inner, Func<bool> dies) : IAlertStore, IAlertAnnouncer
{
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    public ICollection<string> Told => _told.Keys;

    public Task<bool> TryAppendAsync(IReadOnlyList<AlertLogEntry> entries, CancellationToken cancellationToken) =>
        DoAsync(() => inner.TryAppendAsync(entries, cancellationToken));

    public async Task<IReadOnlyList<AlertLogEntry>> LogAsync(string alertId, CancellationToken cancellationToken, int afterSequence = 0)
    {
        var log = await inner.LogAsync(alertId, cancellationToken, afterSequence);
        await Task.Yield();
        return log;
    }

    public Task<bool> TryAddAsync(Alert alert, CancellationToken cancellationToken) => DoAsync(() => inner.TryAddAsync(alert, cancellationToken));

    public Task SaveAsync(Alert alert, CancellationToken cancellationToken) => DoAsync(() => inner.SaveAsync(alert, cancellationToken));

    public Task SaveClocksAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken) =>
        DoAsync(() => inner.SaveClocksAsync(clocks, cancellationToken));

    public Task RemoveClockAsync(OpenClock clock, CancellationToken cancellationToken) => DoAsync(() => inner.RemoveClockAsync(clock, cancellationToken));

    public Task RemoveClocksAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken) =>
        DoAsync(() => inner.RemoveClocksAsync(clocks, cancellationToken));

    public async IAsyncEnumerable<IReadOnlyList<OpenClock>> DueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in inner.DueAsync(now, cancellationToken))
        {
            await Task.Yield();
            yield return page;
        }
    }

    public Task<AlertPage> QueryAsync(AlertQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

    public Task AnnounceAsync(IReadOnlyList<Announcement> announcements, bool recheck, CancellationToken cancellationToken) => DoAsync(() =>
    {
        foreach (var news in announcements)
        {
            _told[news.Reason] = true;
        }

        return Task.CompletedTask;
    });

    private Task<bool> DoAsync(Func<Task> call) => DoAsync(async () =>
    {
        await call();
        return true;
    });

    private async Task<T> DoAsync<T>(Func<Task<T>> call)
    {
        await Task.Yield();
        Die();
        var answer = await call();
        Die();
        await Task.Yield();
        return answer;
    }

    private void Die()
    {
        if (dies())
        {
            throw new DeathException();
        }
    }
}

/// <summary>The process died here.</summary>
internal sealed class DeathException : Exception;
