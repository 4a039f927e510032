using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Opens an alert for every matter that the records of a part call for, or lets the records join the alert that is there.</summary>
public sealed class AlertDesk(IAlertStore store, IAlertAnnouncer announcer, AlertRules rules, TimeProvider time, IUnitNames units, ILegalClocks? clocks = null)
{
    private const int AtOnce = 4;

    private readonly KnownAlerts _known = new();
    private readonly AlertSettler _settler = new(store, announcer);
    private readonly MatterEntries _entries = new(rules, units, clocks ?? new NoLegalClocks());

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

        var begun = time.GetUtcNow();
        var touched = await TakeAsync(matters, part, cancellationToken);
        var news = touched.SelectMany(touch => touch.News).ToList();
        var announce = news.Count == 0 ? Task.CompletedTask : announcer.AnnounceAsync(news, touched.Any(touch => touch.Again), cancellationToken);
        await Task.WhenAll(announce, KeepClocksAsync(touched, cancellationToken));
        if (AlertSettler.IsLate(begun, time.GetUtcNow()))
        {
            await Task.WhenAll(touched.Select(touch => _settler.MendAsync(touch.Alert.Id, begun, cancellationToken)));
        }

        return touched.Count(touch => touch.OpenedHere);
    }

    private async Task<IReadOnlyList<MatterTouch>> TakeAsync(IReadOnlyList<Matter> matters, PartContext part, CancellationToken cancellationToken)
    {
        var ledger = new MatterLedger(store, _settler, _entries, _known, time);
        if (matters.Count == 1)
        {
            return [await ledger.TakeAsync(matters[0], part, cancellationToken)];
        }

        var touched = new MatterTouch[matters.Count];
        await Parallel.ForAsync(
            0,
            matters.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, token) => touched[index] = await ledger.TakeAsync(matters[index], part, token));
        return touched;
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
