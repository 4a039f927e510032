using SentimentWatch.Console.Data;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Tests.Data;

public sealed class WeekCountsTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public async Task Past_days_come_from_the_rollup_and_today_from_the_records()
    {
        var store = new Store();

        var week = await new WeekCounts(store, store).ReadAsync(Today, null, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(-6, 7).Select(Today.AddDays), week.Select(d => d.Day));
        Assert.Equal(new MoodCounts(5, 0, 1), week[5].Of("hotline"));
        Assert.Equal(3, week[5].Emergencies);
        Assert.Equal(0, week[4].Total.Total);
        Assert.Equal(new MoodCounts(1, 1, 0), week[6].Of("weibo"));
        Assert.Equal(1, week[6].Emergencies);
    }

    [Fact]
    public async Task A_unit_is_counted_alone()
    {
        var store = new Store();

        var week = await new WeekCounts(store, store).ReadAsync(Today, "zjj", TestContext.Current.CancellationToken);

        Assert.Equal(new MoodCounts(2, 0, 0), week[5].Of("hotline"));
        Assert.Equal(new MoodCounts(0, 1, 0), week[6].Total);
        Assert.Equal(0, week[6].Emergencies);
    }

    /// <summary>Yesterday as the rollup stored it, and two records of today.</summary>
    private sealed class Store : IDailyStore, IRecordFacts
    {
        public Task<IReadOnlyList<DailyHead>> HeadsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<DailyHead>>(
                [new DailyHead(Row(DailyRow.Everyone, ("hotline_negative", 5), ("hotline_positive", 1)), new Dictionary<string, string>(), null)]);

        public async IAsyncEnumerable<DailyRow> UnitsAsync(
            DateOnly from, DateOnly to, string? unit, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return Row(unit!, ("hotline_negative", 2));
        }

        public async IAsyncEnumerable<RecordFacts> FactsAsync(
            DateOnly from, DateOnly to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return new RecordFacts("weibo", "1", from, null, "negative", "城乡建设", "emergency", "rqgs", null, false, false, null);
            yield return new RecordFacts("weibo", "2", from, null, "neutral", "城乡建设", "routine", "zjj", null, false, false, null);
        }

        public Task WriteUnitsAsync(IReadOnlyList<DailyRow> rows, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> WriteHeadsAsync(IReadOnlyList<DailyHead> heads, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<DateTimeOffset?> LastRunAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SetLastRunAsync(DateTimeOffset began, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlySet<DateOnly>> ChangedDaysAsync(IReadOnlyList<DateOnly> days, DateTimeOffset since, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        private static DailyRow Row(string unit, params (string Name, int Count)[] moods) => new(unit, Today.AddDays(-1))
        {
            Moods = new Counts(moods.Select(m => KeyValuePair.Create(m.Name, m.Count))),
            Levels = new Counts([KeyValuePair.Create("emergency", 3)]),
        };
    }
}
