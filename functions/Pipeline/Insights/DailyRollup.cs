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
        foreach (var (day, tally) in await _counter.CountAsync(days, opened, cancellationToken))
        {
            written += await WriteAsync(day, tally, heads.GetValueOrDefault(day), opened, cancellationToken);
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

    private async Task<int> WriteAsync(DateOnly day, DailyTally tally, DailyHead? head, IReadOnlyList<Alert> opened, CancellationToken cancellationToken)
    {
        var written = await WriteOnceAsync(tally, head, force: false, cancellationToken);
        if (written is not null)
        {
            return written.Value;
        }

        // Another rollup wrote this day while we counted: count again, and write every row, since its marks may describe rows that we replaced.
        var fresh = (await _counter.CountAsync([day], opened, cancellationToken))[day];
        var newer = await store.HeadsAsync(day, day, cancellationToken);
        return await WriteOnceAsync(fresh, newer.Count == 0 ? null : newer[0], force: true, cancellationToken)
            ?? throw new InvalidOperationException($"The counts of {DayText.Iso(day)} are being written by several rollups; run one at a time.");
    }

    /// <summary>Rows written; null when the row of everyone was changed by another.</summary>
    private async Task<int?> WriteOnceAsync(DailyTally tally, DailyHead? head, bool force, CancellationToken cancellationToken)
    {
        var everyone = tally.All();
        var units = tally.Units().ToDictionary(row => row.Unit);
        foreach (var gone in head?.Marks.Keys.Where(unit => !units.ContainsKey(unit)) ?? [])
        {
            units[gone] = new DailyRow(gone, everyone.Day);
        }

        var marks = units.Values.ToDictionary(row => row.Unit, DailyMark.Of);
        var changed = units.Values
            .Where(row => force || head is null || !string.Equals(head.Marks.GetValueOrDefault(row.Unit), marks[row.Unit], StringComparison.Ordinal))
            .ToList();
        if (changed.Count == 0 && head is not null && string.Equals(DailyMark.Of(head.Row), DailyMark.Of(everyone), StringComparison.Ordinal))
        {
            return 0;
        }

        await store.WriteUnitsAsync(changed, cancellationToken);
        return await store.WriteHeadAsync(everyone, marks, head?.Tag, cancellationToken) ? changed.Count + 1 : null;
    }
}

/// <summary>What a rollup did.</summary>
/// <param name="Days">Days counted.</param>
/// <param name="RowsWritten">Rows whose counts had changed.</param>
public sealed record RollupReport(int Days, int RowsWritten);
