using System.Runtime.CompilerServices;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Tests.Alerts;

/// <summary>The store's contract in memory: conditional inserts, plain upserts. <paramref name="fault"/> may break off any write, before or after it took effect.</summary>
internal sealed class MemoryAlertStore(Action<bool>? fault = null) : IAlertStore, IAlertAnnouncer
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Id, int Sequence), AlertLogEntry> _log = [];

    public Dictionary<(string Unit, string Id), Alert> Rows { get; } = [];

    public Dictionary<string, OpenClock> Clocks { get; } = [];

    /// <summary>The row of the one running acknowledge deadline.</summary>
    public OpenClock Acknowledge => Clocks.Values.Single(clock => clock.Clock == OpenClock.Acknowledge);

    /// <summary>Rows that stand for marks of deadlines, in order.</summary>
    public IEnumerable<OpenClock> Marks => Clocks.Values.Where(clock => !clock.IsSettle).OrderBy(clock => clock.RowKey, StringComparer.Ordinal);

    public List<(Announcement News, bool Recheck)> Told { get; } = [];

    public IEnumerable<string> Ids => _log.Keys.Select(key => key.Id).Distinct().Order();

    public IReadOnlyList<AlertLogEntry> LogOf(string id)
    {
        lock (_gate)
        {
            return [.. _log.Values.Where(entry => entry.AlertId == id).OrderBy(entry => entry.Sequence)];
        }
    }

    public Task<bool> TryAppendAsync(IReadOnlyList<AlertLogEntry> entries, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        if (entries.Any(entry => _log.ContainsKey((entry.AlertId, entry.Sequence))))
        {
            return false;
        }

        foreach (var entry in entries)
        {
            _log.Add((entry.AlertId, entry.Sequence), entry);
        }

        return true;
    });

    public async Task<IReadOnlyList<AlertLogEntry>> LogAsync(string alertId, CancellationToken cancellationToken, int afterSequence = 0)
    {
        await Task.Yield();
        return [.. LogOf(alertId).Where(entry => entry.Sequence > afterSequence)];
    }

    public Task<bool> TryAddAsync(Alert alert, CancellationToken cancellationToken) => WriteAsync(() => Rows.TryAdd((alert.Unit, alert.Id), alert));

    public Task SaveAsync(Alert alert, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        Rows[(alert.Unit, alert.Id)] = alert;
        alert.FormerUnits.ToList().ForEach(unit => Rows.Remove((unit, alert.Id)));
        return true;
    });

    public Task SaveClocksAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        clocks.ToList().ForEach(clock => Clocks[clock.RowKey] = clock);
        return true;
    });

    public Task RemoveClockAsync(OpenClock clock, CancellationToken cancellationToken) => WriteAsync(() => Clocks.Remove(clock.RowKey));

    public Task RemoveClocksAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        clocks.ToList().ForEach(clock => Clocks.Remove(clock.RowKey));
        return true;
    });

    public async IAsyncEnumerable<IReadOnlyList<OpenClock>> DueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        List<OpenClock> due;
        lock (_gate)
        {
            due = [.. Clocks.Values.Where(clock => clock.DueAt <= now).OrderBy(clock => clock.RowKey, StringComparer.Ordinal)];
        }

        foreach (var page in due.Chunk(1000))
        {
            yield return page;
        }
    }

    public Task<AlertPage> QueryAsync(AlertQuery query, CancellationToken cancellationToken) => Task.FromResult(new AlertPage(
        [.. Rows.Values.Where(alert => (query.Unit is null || alert.Unit == query.Unit || (query.Supported && alert.Support.Contains(query.Unit)))
            && (query.State ?? alert.State) == alert.State)],
        null));

    public Task AnnounceAsync(IReadOnlyList<Announcement> announcements, bool recheck, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        Told.AddRange(announcements.Select(news => (news, recheck)));
        return true;
    });

    private async Task<bool> WriteAsync(Func<bool> write)
    {
        await Task.Yield();
        bool done;
        lock (_gate)
        {
            fault?.Invoke(false);
            done = write();
            fault?.Invoke(true);
        }

        await Task.Yield();
        return done;
    }
}
