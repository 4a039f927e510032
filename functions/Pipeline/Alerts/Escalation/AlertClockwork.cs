using SentimentWatch.Pipeline.Alerts.Clocks;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>What the clocks of one alert brought about.</summary>
/// <param name="Steps">Log entries written.</param>
/// <param name="News">What is to be told.</param>
/// <param name="Started">Rows that must exist from now on.</param>
/// <param name="Ended">Rows that have done their work.</param>
internal sealed record ClockOutcome(
    int Steps, IReadOnlyList<ClockAnnouncement> News, IReadOnlyList<OpenClock> Started, IReadOnlyList<OpenClock> Ended);

/// <summary>A piece of news that a clock brought about.</summary>
/// <param name="News">What to tell.</param>
/// <param name="DueAt">The moment that called for it.</param>
/// <param name="Again">True when an earlier run may have told it.</param>
internal sealed record ClockAnnouncement(Announcement News, DateTimeOffset DueAt, bool Again = false);

/// <summary>Takes the moments of one alert's deadlines that have come.</summary>
internal sealed class AlertClockwork(IAlertStore store, AlertSettler settler, ClockNames names, DateTimeOffset now)
{
    // Another timer may be about to tell what it has just written.
    private static readonly TimeSpan TimeToTell = TimeSpan.FromMinutes(1);

    // A step is told within moments; its settle row comes two minutes after it.
    private static readonly TimeSpan TimeToSettle = TimeSpan.FromMinutes(10);

    /// <summary>Takes what has come of one alert; <paramref name="rows"/> are its rows that were met.</summary>
    public async Task<ClockOutcome> TakeAsync(IReadOnlyList<OpenClock> rows, CancellationToken cancellationToken)
    {
        while (true)
        {
            var log = await store.LogAsync(rows[0].AlertId, cancellationToken);
            var before = AlertFold.Of(log);
            if (before.Alert is null)
            {
                return new ClockOutcome(0, [], [], rows);
            }

            var (entries, moments) = EntriesOf(before.Alert, log);
            if (entries.Count > 0 && !await store.TryAppendAsync(entries, cancellationToken))
            {
                continue;
            }

            IReadOnlyList<AlertLogEntry> whole = [.. log, .. entries];
            var former = FormerOf(rows, log);
            if (entries.Count > 0 || former.Count > 0 || rows.Any(row => row.IsSettle))
            {
                whole = await settler.SettleAsync(whole, present: null, cancellationToken);
            }

            var (after, waits) = (AlertFold.Of(whole), former.Where(pair => now - pair.Entry.At < TimeToTell).ToList());
            return new ClockOutcome(
                entries.Count,
                [
                    .. after.Announcements.Skip(before.Announcements.Count).Zip(moments, (news, due) => new ClockAnnouncement(news, due)),
                    .. Again(before, [.. former.Except(waits).Select(pair => pair.Entry.Sequence)], rows.Any(row => row.IsSettle)),
                ],
                OpenClock.RowsOf(after.Alert!),
                [.. rows.Except(waits.Select(pair => pair.Row))]);
        }
    }

    // Rows whose step an earlier run, or another timer, has logged.
    private static List<(OpenClock Row, AlertLogEntry Entry)> FormerOf(IReadOnlyList<OpenClock> rows, IReadOnlyList<AlertLogEntry> log)
    {
        var entries = log.Where(entry => entry.Source is not null).ToLookup(entry => entry.Source!, StringComparer.Ordinal);
        return [.. rows.SelectMany(row => entries[row.Source].Take(1), (row, entry) => (row, entry))];
    }

    private (IReadOnlyList<AlertLogEntry> Entries, IReadOnlyList<DateTimeOffset> Moments) EntriesOf(Alert alert, IReadOnlyList<AlertLogEntry> log)
    {
        List<AlertLogEntry> entries = [];
        List<DateTimeOffset> moments = [];
        while (OpenClock.RowsOf(alert).Where(row => row.DueAt <= now).MinBy(row => row.RowKey, StringComparer.Ordinal) is { } row)
        {
            var entry = ClockStep.Of(alert, LastRepeat(alert, row), names, now);
            entries.Add(entry);
            moments.Add(row.DueAt);
            alert = AlertFold.Of([.. log, .. entries]).Alert!;
        }

        return (entries, moments);
    }

    // Of the repeats that an outage swallowed only the last one is made good.
    private OpenClock LastRepeat(Alert alert, OpenClock row)
    {
        if (row.Kind != AlertMark.Repeat || alert.Policy is not { RepeatMinutes: > 0 } policy)
        {
            return row;
        }

        var step = TimeSpan.FromMinutes(policy.RepeatMinutes);
        return row with { DueAt = row.DueAt + (step * Math.Floor((now - row.DueAt) / step)) };
    }

    // Told or not: whoever sends looks it up.
    private IEnumerable<ClockAnnouncement> Again(AlertFold fold, IReadOnlyCollection<int> sequences, bool settles) => fold.Announcements
        .Where(news => (settles && now - news.At < TimeToSettle) || sequences.Any(sequence => news.Reason.EndsWith($"-{sequence}", StringComparison.Ordinal)))
        .Select(news => new ClockAnnouncement(news, news.At, Again: true));
}
