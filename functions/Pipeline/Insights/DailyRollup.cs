using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>
/// Recounts the <c>daily</c> table: today and yesterday when a record of theirs was written, days marked dirty, and days of the
/// last week whose alerts have moved. Counting twice gives the same rows; a row is written only when its counts changed.
/// </summary>
public sealed class DailyRollup(IRecordFacts records, IAlertHistory alerts, IDailyStore store, IDirtyDays dirtyDays, TimeProvider clock, ILogger<DailyRollup> log)
{
    /// <summary>Days back for which an alert's acknowledgement still changes its row.</summary>
    internal const int AlertDays = 8;

    // So many rows of one unit fit one transaction.
    private const int ChunkDays = 100;

    // Clocks of storage and of this machine may differ; counting once too often is harmless.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private readonly DayCounter _counter = new(records, clock);

    /// <summary>Counts what needs counting. Any number may run at once; the last one to finish is right.</summary>
    public async Task<RollupReport> RunAsync(CancellationToken cancellationToken)
    {
        var began = clock.GetUtcNow();
        var today = ShanghaiTime.DayOf(began);
        var dirty = await dirtyDays.ListAsync(cancellationToken);
        var first = dirty.Select(mark => mark.Day).Append(today.AddDays(-AlertDays)).Min();
        var heads = (await store.HeadsAsync(first, today, cancellationToken)).ToDictionary(head => head.Row.Day);
        var opened = await alerts.OpenedAsync(first, today, unit: null, cancellationToken);

        var days = new HashSet<DateOnly>(dirty.Select(mark => mark.Day));
        days.UnionWith(await ChangedAsync(today, cancellationToken));
        days.UnionWith(MovedAlerts(opened, heads, today));

        var written = 0;
        foreach (var chunk in days.Order().Chunk(ChunkDays))
        {
            written += await WriteAsync(chunk, heads, opened, cancellationToken);
        }

        await store.SetLastRunAsync(began, cancellationToken);
        await dirtyDays.ClearAsync(dirty, cancellationToken);
        log.RolledUp(days.Count, written);
        return new RollupReport(days.Count, written);
    }

    private async Task<IEnumerable<DateOnly>> ChangedAsync(DateOnly today, CancellationToken cancellationToken)
    {
        DateOnly[] near = [today.AddDays(-1), today];
        return await store.LastRunAsync(cancellationToken) is { } last
            ? await records.ChangedDaysAsync(near, last - Overlap, cancellationToken)
            : near;
    }

    private IEnumerable<DateOnly> MovedAlerts(IReadOnlyList<Alert> opened, Dictionary<DateOnly, DailyHead> heads, DateOnly today)
    {
        var now = clock.GetUtcNow();
        var byDay = opened.ToLookup(alert => ShanghaiTime.DayOf(alert.OpenedAt));
        for (var day = today.AddDays(-AlertDays); day <= today; day = day.AddDays(1))
        {
            var tally = new DailyTally(day);
            foreach (var alert in byDay[day])
            {
                tally.Add(alert, now);
            }

            // A unit's share moves only when an alert changes hands, and that is a 改派, which acknowledges or reopens.
            if (tally.All().Alerts != (heads.GetValueOrDefault(day)?.Row.Alerts ?? new AlertCounts(0, 0, 0, 0)))
            {
                yield return day;
            }
        }
    }

    private async Task<int> WriteAsync(DateOnly[] days, Dictionary<DateOnly, DailyHead> heads, IReadOnlyList<Alert> opened, CancellationToken cancellationToken)
    {
        var tallies = await _counter.CountAsync(days, opened, cancellationToken);
        if (await WriteOnceAsync(tallies, heads, force: false, cancellationToken) is { } written)
        {
            return written;
        }

        // Another rollup wrote one of these days while we counted: count again, and write every row, since its marks may describe rows that we replaced.
        var newer = (await store.HeadsAsync(days[0], days[^1], cancellationToken)).ToDictionary(head => head.Row.Day);
        var fresh = await _counter.CountAsync(days, opened, cancellationToken);
        return await WriteOnceAsync(fresh, newer, force: true, cancellationToken)
            ?? throw new InvalidOperationException("Several rollups write the same days; let one finish and run again.");
    }

    /// <summary>Rows written; null when a row of everyone was changed by another.</summary>
    private async Task<int?> WriteOnceAsync(
        SortedDictionary<DateOnly, DailyTally> tallies, Dictionary<DateOnly, DailyHead> heads, bool force, CancellationToken cancellationToken)
    {
        var changed = new List<DailyRow>();
        var changedHeads = new List<DailyHead>();
        foreach (var (day, tally) in tallies)
        {
            var stored = heads.GetValueOrDefault(day);
            var head = tally.Head(stored);
            var units = tally.Units(stored).Where(row => force || stored?.Marks.GetValueOrDefault(row.Unit) != head.Marks[row.Unit]).ToList();
            changed.AddRange(units);
            if (units.Count > 0 || stored is null || DailyMark.Of(stored.Row) != DailyMark.Of(head.Row))
            {
                changedHeads.Add(head);
            }
        }

        // Rows of everyone last: their marks say that the units' rows are written.
        await store.WriteUnitsAsync(changed, cancellationToken);
        return await store.WriteHeadsAsync(changedHeads, cancellationToken) ? changed.Count + changedHeads.Count : null;
    }
}

/// <summary>What a rollup did.</summary>
/// <param name="Days">Days counted.</param>
/// <param name="RowsWritten">Rows whose counts had changed.</param>
public sealed record RollupReport(int Days, int RowsWritten);
