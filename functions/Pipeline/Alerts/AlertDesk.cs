using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Opens an alert for every matter that the records of a part call for, or lets the records join the alert that is there.</summary>
public sealed class AlertDesk(IAlertStore store, IAlertAnnouncer announcer, AlertRules rules, TimeProvider time, IUnitNames units)
{
    private const int AtOnce = 4;

    /// <summary>
    /// Handles a part. Doing it again, from any point at which it broke off, ends in the same alerts. Returns how many alerts this part opened.
    /// </summary>
    public async Task<int> HandleAsync(IReadOnlyList<JudgedRecord> records, PartContext part, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(part);
        var matters = Matter.GroupOf(records, rules, part.AcceptedAt);
        if (matters.Count == 0)
        {
            return 0;
        }

        var ledger = new MatterLedger(store, new AlertSettler(store, announcer), rules, units, time);
        var touched = new MatterTouch[matters.Count];
        await Parallel.ForAsync(
            0,
            matters.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, token) => touched[index] = await ledger.TakeAsync(matters[index], part, token));

        var news = touched.SelectMany(touch => touch.News).ToList();
        var announce = news.Count == 0 ? Task.CompletedTask : announcer.AnnounceAsync(news, touched.Any(touch => touch.Again), cancellationToken);
        await Task.WhenAll(announce, KeepClocksAsync(touched, cancellationToken));
        return touched.Count(touch => touch.OpenedHere);
    }

    private async Task KeepClocksAsync(IReadOnlyList<MatterTouch> touched, CancellationToken cancellationToken)
    {
        var (started, stopped) = (touched.SelectMany(touch => touch.Clocks.Started).ToList(), touched.SelectMany(touch => touch.Clocks.Stopped).ToList());
        if (started.Count > 0)
        {
            await store.SaveClocksAsync(started, cancellationToken);
        }

        if (stopped.Count > 0)
        {
            await store.RemoveClocksAsync(stopped, cancellationToken);
        }
    }
}
