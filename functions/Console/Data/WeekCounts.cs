using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Console.Data;

/// <summary>Counts of a week: past days as the rollup stored them, today from the records themselves, because a board must not lag.</summary>
public sealed class WeekCounts(IDailyStore daily, IRecordFacts records)
{
    private const int Days = 7;

    /// <summary>The seven days up to <paramref name="today"/> (Asia/Shanghai), oldest first, of one lead unit or of all.</summary>
    public async Task<IReadOnlyList<DayCounts>> ReadAsync(DateOnly today, string? unit, CancellationToken cancellationToken)
    {
        var days = await PastAsync(today.AddDays(1 - Days), today.AddDays(-1), unit, cancellationToken);
        days[today] = await TodayAsync(today, unit, cancellationToken);
        return
        [
            .. Enumerable.Range(1 - Days, Days)
                .Select(today.AddDays)
                .Select(day => days.GetValueOrDefault(day) ?? new DayCounts(day, new Dictionary<string, MoodCounts>(), 0)),
        ];
    }

    private async Task<Dictionary<DateOnly, DayCounts>> PastAsync(DateOnly from, DateOnly to, string? unit, CancellationToken cancellationToken)
    {
        if (unit is null)
        {
            return (await daily.HeadsAsync(from, to, cancellationToken)).ToDictionary(head => head.Row.Day, head => Of(head.Row));
        }

        var days = new Dictionary<DateOnly, DayCounts>();
        await foreach (var row in daily.UnitsAsync(from, to, unit, cancellationToken))
        {
            days[row.Day] = Of(row);
        }

        return days;
    }

    private async Task<DayCounts> TodayAsync(DateOnly today, string? unit, CancellationToken cancellationToken)
    {
        var moods = new Counts();
        var emergencies = 0;
        await foreach (var facts in records.FactsAsync(today, today, cancellationToken))
        {
            if (unit is null || facts.Unit == unit)
            {
                moods.Add($"{facts.Channel}_{facts.Sentiment}");
                emergencies += facts.Urgency == "emergency" ? 1 : 0;
            }
        }

        return new DayCounts(today, ByChannel(moods), emergencies);
    }

    private static DayCounts Of(DailyRow row) => new(row.Day, ByChannel(row.Moods), row.Levels["emergency"]);

    private static Dictionary<string, MoodCounts> ByChannel(Counts moods) => Channels.All.ToDictionary(
        channel => channel,
        channel => new MoodCounts(moods[$"{channel}_negative"], moods[$"{channel}_neutral"], moods[$"{channel}_positive"]));
}
