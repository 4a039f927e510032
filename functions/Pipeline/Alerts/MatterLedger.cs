namespace SentimentWatch.Pipeline.Alerts;

/// <summary>What taking in a matter changed.</summary>
/// <param name="Alert">The alert after it.</param>
/// <param name="OpenedHere">True when this part opened it, now or on an earlier try.</param>
/// <param name="News">What to announce.</param>
/// <param name="Clocks">Clock rows that change.</param>
/// <param name="Again">True when an earlier try got as far as the log: the news may have been told already.</param>
internal sealed record MatterTouch(Alert Alert, bool OpenedHere, IReadOnlyList<Announcement> News, ClockChange Clocks, bool Again = false);

/// <summary>Writes the records of a matter into the log of its alert.</summary>
internal sealed class MatterLedger(IAlertStore store, AlertSettler settler, MatterEntries written, KnownAlerts known, TimeProvider time)
{
    /// <summary>Opens the matter's alert or joins it; ids that other matters hold are passed over.</summary>
    public async Task<MatterTouch> TakeAsync(Matter matter, PartContext part, CancellationToken cancellationToken)
    {
        for (var probe = 0; ; probe++)
        {
            var id = matter.Key.AlertId(probe);
            IReadOnlyList<AlertLogEntry> log = known.Has(id) ? await store.LogAsync(id, cancellationToken) : [];
            if (log.Count == 0)
            {
                var opening = written.Opening(id, matter, part, time.GetUtcNow());
                var opened = await store.TryAppendAsync(opening, cancellationToken);
                known.Add(id);
                if (opened)
                {
                    return await OpenedAsync(opening, cancellationToken);
                }

                log = await store.LogAsync(id, cancellationToken);
            }

            if (AlertFold.Of(log).Matter == matter.Key.Hash())
            {
                return await JoinAsync(matter, log, part, cancellationToken);
            }
        }
    }

    private async Task<MatterTouch> OpenedAsync(IReadOnlyList<AlertLogEntry> log, CancellationToken cancellationToken)
    {
        var fold = AlertFold.Of(log);
        var alert = fold.Alert!;
        if (!await store.TryAddAsync(alert, cancellationToken))
        {
            // Another part joined before this row was written, and wrote it.
            alert = AlertFold.Of(await settler.SettleAsync(log, null, cancellationToken)).Alert!;
        }

        return new MatterTouch(alert, OpenedHere: true, fold.Announcements, new ClockChange(OpenClock.RowsOf(alert), []));
    }

    private async Task<MatterTouch> JoinAsync(Matter matter, IReadOnlyList<AlertLogEntry> log, PartContext part, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = AlertFold.Of(log);

            // A storage client that repeats a write whose answer was lost meets its own entry: that is a replay too.
            var again = part.Replayed || log.Any(entry => entry.Source == part.Source);
            var missing = matter.Members.Where(member => !before.Holds(member.Record) || member.Grade > before.Grade).ToList();
            var joined = missing.Count > 0;
            if (joined)
            {
                var entries = written.Joining(before, matter, missing, part, time.GetUtcNow());
                if (!await store.TryAppendAsync(entries, cancellationToken))
                {
                    log = await store.LogAsync(before.Alert!.Id, cancellationToken);
                    continue;
                }

                log = [.. log, .. entries];
            }

            if (!joined && !again)
            {
                return new MatterTouch(before.Alert!, OpenedHere: false, [], ClockChange.None);
            }

            var perhaps = log.Take(before.Alert!.LastSequence).Where(entry => entry.Source != part.Source);
            var settle = AlertSettler.IsUnsettled(perhaps, time.GetUtcNow()) ? OpenClock.SettleOf(before.Alert, time.GetUtcNow()) : null;
            var touch = again ? await AgainAsync(log, settle, cancellationToken) : await JoinedAsync(before, log, settle, cancellationToken);
            return touch with { OpenedHere = log[0].Source == part.Source, Again = again };
        }
    }

    // What an earlier try left undone is not known: the row, the clocks and the news are all gone through.
    private async Task<MatterTouch> AgainAsync(IReadOnlyList<AlertLogEntry> log, OpenClock? settle, CancellationToken cancellationToken)
    {
        var after = AlertFold.Of(await settler.SettleWhollyAsync(log, cancellationToken));
        return new MatterTouch(after.Alert!, OpenedHere: false, after.Announcements, ClockChange.None.With(settle));
    }

    private async Task<MatterTouch> JoinedAsync(AlertFold before, IReadOnlyList<AlertLogEntry> log, OpenClock? settle, CancellationToken cancellationToken)
    {
        var after = AlertFold.Of(await settler.SettleAsync(log, null, cancellationToken));
        var clocks = ClockChange.Of(before.Alert!, after.Alert!);
        return new MatterTouch(
            after.Alert!, OpenedHere: false, [.. after.Announcements.Skip(before.Announcements.Count)], clocks.IsNone ? clocks : clocks.With(settle));
    }
}
