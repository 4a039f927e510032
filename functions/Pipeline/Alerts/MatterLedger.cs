namespace SentimentWatch.Pipeline.Alerts;

/// <summary>What taking in a matter changed.</summary>
/// <param name="Alert">The alert after it.</param>
/// <param name="OpenedHere">True when this part opened it, now or on an earlier try.</param>
/// <param name="News">What to announce.</param>
/// <param name="ClockMoved">True when the acknowledge clock must be written.</param>
/// <param name="Again">True when an earlier try got as far as the log: the news may have been told already.</param>
/// <param name="FormerClock">The clock that runs no longer; null when there is none.</param>
internal sealed record MatterTouch(
    Alert Alert, bool OpenedHere, IReadOnlyList<Announcement> News, bool ClockMoved, bool Again = false, OpenClock? FormerClock = null);

/// <summary>Writes the records of a matter into the log of its alert.</summary>
internal sealed class MatterLedger(IAlertStore store, AlertRules rules, TimeProvider time)
{
    /// <summary>Opens the matter's alert or joins it; ids that other matters hold are passed over.</summary>
    public async Task<MatterTouch> TakeAsync(Matter matter, PartContext part, CancellationToken cancellationToken)
    {
        for (var probe = 0; ; probe++)
        {
            var id = matter.Key.AlertId(probe);
            var opening = MatterEntries.Opening(id, matter, rules, part, time.GetUtcNow());
            if (await store.TryAppendAsync(opening, cancellationToken))
            {
                return await OpenedAsync(opening, cancellationToken);
            }

            var log = await store.LogAsync(id, cancellationToken);
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
            alert = AlertFold.Of(await AlertSettling.SettleAsync(store, log, cancellationToken)).Alert!;
        }

        return new MatterTouch(alert, OpenedHere: true, fold.Announcements, ClockMoved: AlertSettling.WaitsForAcknowledgement(alert));
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
                var entries = MatterEntries.Joining(before, matter, missing, rules, part, time.GetUtcNow());
                if (!await store.TryAppendAsync(entries, cancellationToken))
                {
                    log = await store.LogAsync(before.Alert!.Id, cancellationToken);
                    continue;
                }

                log = [.. log, .. entries];
            }

            if (joined || again)
            {
                log = await AlertSettling.SettleAsync(store, log, cancellationToken);
            }

            return Touch(before, AlertFold.Of(log), log[0].Source == part.Source, again);
        }
    }

    private static MatterTouch Touch(AlertFold before, AlertFold after, bool openedHere, bool again)
    {
        var (old, alert) = (before.Alert!, after.Alert!);
        var moved = old.AcknowledgeBy != alert.AcknowledgeBy;
        return new MatterTouch(
            alert,
            openedHere,
            again ? after.Announcements : [.. after.Announcements.Skip(before.Announcements.Count)],
            ClockMoved: (moved || again || old.Level != alert.Level) && AlertSettling.WaitsForAcknowledgement(alert),
            again,
            FormerClock: moved ? OpenClock.AcknowledgeOf(old) : null);
    }
}
