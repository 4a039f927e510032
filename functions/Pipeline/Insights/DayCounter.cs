using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Counts days from the records themselves.</summary>
internal sealed class DayCounter(IRecordFacts records, TimeProvider clock)
{
    // Days this near are read by one range query: reading an idle day or two costs less than asking again.
    private const int JoinedGap = 3;

    /// <summary>Tallies of <paramref name="days"/>, by day; a day without records or alerts has an empty tally.</summary>
    public async Task<SortedDictionary<DateOnly, DailyTally>> CountAsync(
        IReadOnlyCollection<DateOnly> days, IReadOnlyCollection<Alert> alerts, CancellationToken cancellationToken)
    {
        var tallies = new SortedDictionary<DateOnly, DailyTally>(days.Distinct().ToDictionary(day => day, day => new DailyTally(day)));
        foreach (var (from, to) in Ranges([.. tallies.Keys]))
        {
            await foreach (var facts in records.FactsAsync(from, to, cancellationToken))
            {
                if (tallies.TryGetValue(facts.Day, out var tally))
                {
                    tally.Add(facts);
                }
            }
        }

        var now = clock.GetUtcNow();
        foreach (var alert in alerts)
        {
            if (tallies.TryGetValue(ShanghaiTime.DayOf(alert.OpenedAt), out var tally))
            {
                tally.Add(alert, now);
            }
        }

        return tallies;
    }

    internal static IEnumerable<(DateOnly From, DateOnly To)> Ranges(IReadOnlyList<DateOnly> ordered)
    {
        for (var first = 0; first < ordered.Count;)
        {
            var last = first;
            while (last + 1 < ordered.Count && ordered[last + 1].DayNumber - ordered[last].DayNumber <= JoinedGap)
            {
                last++;
            }

            yield return (ordered[first], ordered[last]);
            first = last + 1;
        }
    }
}
