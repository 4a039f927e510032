using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Counts a day by everyone, as stored; a recent day that no rollup has seen yet is counted on the spot, and not written.</summary>
public sealed class DailyCounts(IDailyStore store, IRecordFacts records, IAlertHistory alerts, TimeProvider clock)
{
    // Further back a missing day means that nothing was received.
    private const int LiveDays = 2;

    private readonly DayCounter _counter = new(records, clock);

    /// <summary>One row a day, oldest first, none missing.</summary>
    public async Task<IReadOnlyList<DailyRow>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var rows = (await store.HeadsAsync(from, to, cancellationToken)).ToDictionary(head => head.Row.Day, head => head.Row);
        var days = Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(from.AddDays).ToList();
        var recent = ShanghaiTime.DayOf(clock.GetUtcNow()).AddDays(1 - LiveDays);
        var missing = days.Where(day => day >= recent && !rows.ContainsKey(day)).ToList();
        if (missing.Count > 0)
        {
            var opened = await alerts.OpenedAsync(missing[0], missing[^1], unit: null, cancellationToken);
            foreach (var (day, tally) in await _counter.CountAsync(missing, opened, cancellationToken))
            {
                rows[day] = tally.All();
            }
        }

        return [.. days.Select(day => rows.GetValueOrDefault(day) ?? new DailyRow(DailyRow.Everyone, day))];
    }
}
