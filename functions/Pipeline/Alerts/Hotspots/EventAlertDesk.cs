using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>
/// Opens the alert of an event, once, or takes the event into the open alert that tells its lead unit of the same matter already. Whoever does it
/// again, at once or after dying anywhere, ends in the same alert: its id comes from the event's, and a settle row brings a broken-off step to its end.
/// </summary>
public sealed class EventAlertDesk(
    IAlertStore store, IAlertAnnouncer announcer, AlertRules rules, TimeProvider time, IUnitNames units, ILegalClocks? clocks = null)
{
    private const int MostKeys = 8;

    private readonly AlertSettler _settler = new(store, announcer);
    private readonly EventEntries _entries = new(rules, units, clocks ?? new NoLegalClocks());

    /// <summary>Takes an event in. Returns the id of the alert that tells of it.</summary>
    public async Task<string> TakeAsync(EventMatter matter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        if (matter.AlertId is { } known && await store.LogAsync(known, cancellationToken) is { Count: > 0 } log)
        {
            return await JoinAsync(log, matter, cancellationToken);
        }

        for (var probe = 0; ; probe++)
        {
            var id = matter.Key.AlertId(probe);
            log = await store.LogAsync(id, cancellationToken);
            if (log.Count == 0)
            {
                if (await TwinAsync(matter, cancellationToken) is { } twin)
                {
                    return await JoinAsync(twin, matter, cancellationToken);
                }

                if (await TryOpenAsync(id, matter, cancellationToken))
                {
                    return id;
                }

                log = await store.LogAsync(id, cancellationToken);
            }

            if (AlertFold.Of(log).Matter == matter.Key.Hash())
            {
                return await JoinAsync(log, matter, cancellationToken);
            }
        }
    }

    /// <summary>Writes what became of an event into its alert's log, once; nobody is sent a card.</summary>
    public async Task NoteAsync(string alertId, string source, string note, CancellationToken cancellationToken)
    {
        while (true)
        {
            var log = await store.LogAsync(alertId, cancellationToken);
            if (log.Count == 0 || log.Any(entry => entry.Source == source))
            {
                return;
            }

            var entry = new AlertLogEntry(alertId, log[^1].Sequence + 1, AlertStep.Joined, time.GetUtcNow(), AlertActors.System, note, Source: source);
            if (await store.TryAppendAsync([entry], cancellationToken))
            {
                await _settler.SettleAsync([.. log, entry], null, cancellationToken);
                return;
            }
        }
    }

    private async Task<bool> TryOpenAsync(string id, EventMatter matter, CancellationToken cancellationToken)
    {
        var log = _entries.Opening(id, matter, time.GetUtcNow());
        var fold = AlertFold.Of(log);
        var alert = fold.Alert!;
        var settle = await BeginAsync(alert, cancellationToken);
        if (!await store.TryAppendAsync(log, cancellationToken))
        {
            // Another was first, or this very write took effect and its answer was lost: the settle row stays and sees to the rest.
            return false;
        }

        if (!await store.TryAddAsync(alert, cancellationToken))
        {
            log = await _settler.SettleAsync(log, null, cancellationToken);
            (fold, alert) = (AlertFold.Of(log), AlertFold.Of(log).Alert!);
        }

        await store.SaveClocksAsync(OpenClock.RowsOf(alert), cancellationToken);
        await announcer.AnnounceAsync(fold.Announcements, recheck: false, cancellationToken);
        await store.RemoveClockAsync(settle, cancellationToken);
        return true;
    }

    private async Task<string> JoinAsync(IReadOnlyList<AlertLogEntry> log, EventMatter matter, CancellationToken cancellationToken)
    {
        OpenClock? settle = null;
        while (_entries.Joining(log, matter, time.GetUtcNow()) is { } entry)
        {
            var before = AlertFold.Of(log);
            settle ??= await BeginAsync(before.Alert!, cancellationToken);
            if (!await store.TryAppendAsync([entry], cancellationToken))
            {
                log = await store.LogAsync(entry.AlertId, cancellationToken);
                continue;
            }

            var whole = await _settler.SettleAsync([.. log, entry], OpenClock.RowsOf(before.Alert!), cancellationToken);
            var news = AlertFold.Of([.. log, entry]).Announcements.Skip(before.Announcements.Count).ToList();
            if (news.Count > 0)
            {
                await announcer.AnnounceAsync(news, recheck: false, cancellationToken);
            }

            if (!AlertSettler.IsUnsettled(log, entry.At))
            {
                await store.RemoveClockAsync(settle, cancellationToken);
            }

            return whole[0].AlertId;
        }

        return log[0].AlertId;
    }

    private async Task<OpenClock> BeginAsync(Alert alert, CancellationToken cancellationToken)
    {
        var settle = OpenClock.SettleOf(alert, time.GetUtcNow());
        await store.SaveClocksAsync([settle], cancellationToken);
        return settle;
    }

    /// <summary>The log of the alert by which the lead unit knows of the matter: an open one, or one that was closed after all of it was told.</summary>
    private async Task<IReadOnlyList<AlertLogEntry>?> TwinAsync(EventMatter matter, CancellationToken cancellationToken)
    {
        var logs = new List<IReadOnlyList<AlertLogEntry>>();
        foreach (var id in matter.Related.Distinct(StringComparer.Ordinal))
        {
            logs.Add(await store.LogAsync(id, cancellationToken));
        }

        var called = matter.Members.Where(member => rules.GradeOf(member.Verdict) is not null);
        foreach (var key in called.Select(MatterKey.Of).Distinct().Take(MostKeys))
        {
            logs.Add(await LogOfAsync(key, cancellationToken));
        }

        return logs
            .Select(log => (Log: log, AlertFold.Of(log).Alert))
            .Where(pair => pair.Alert is { } alert
                && (alert.Unit == matter.Unit || alert.FormerUnits.Contains(matter.Unit))
                && (alert.State != AlertState.Closed || alert.ClosedAt >= matter.Event.LastAt))
            .OrderBy(pair => pair.Alert!.State == AlertState.Closed)
            .ThenByDescending(pair => AlertLevel.RankOf(pair.Alert!.Level))
            .ThenBy(pair => pair.Alert!.Id, StringComparer.Ordinal)
            .Select(pair => pair.Log)
            .FirstOrDefault();
    }

    private async Task<IReadOnlyList<AlertLogEntry>> LogOfAsync(MatterKey key, CancellationToken cancellationToken)
    {
        for (var probe = 0; ; probe++)
        {
            var log = await store.LogAsync(key.AlertId(probe), cancellationToken);
            if (log.Count == 0 || AlertFold.Of(log).Matter == key.Hash())
            {
                return log;
            }
        }
    }
}
