using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Tests.Insights;

public sealed class DailyRollupTests
{
    private readonly FakeTimeProvider _clock = new(Samples.At(12));
    private readonly MemoryDaily _daily = new();

    [Fact]
    public async Task Counting_again_writes_nothing()
    {
        var rollup = Rollup(new MemoryFacts(Samples.Facts("A1"), Samples.Facts("A2", unit: "cgj")), new MemoryAlerts(Samples.Alert("A00000001")));
        await rollup.RunAsync(TestContext.Current.CancellationToken);
        var writes = _daily.Writes;
        var report = await rollup.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, report.RowsWritten);
        Assert.Equal(writes, _daily.Writes);
        Assert.Equal(2, _daily.Head(Samples.Day)!.Row.Total);
    }

    [Fact]
    public async Task An_alert_that_runs_over_its_limit_moves_its_day()
    {
        var rollup = Rollup(new MemoryFacts(), new MemoryAlerts(Samples.Alert("A00000001", opened: Samples.At(11, 50), limit: 30)));
        await rollup.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new AlertCounts(1, 0, 0, 0), _daily.Rows[("zjj", Samples.Day)].Alerts);
        _clock.Advance(TimeSpan.FromHours(1));
        await rollup.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new AlertCounts(1, 0, 0, 1), _daily.Rows[("zjj", Samples.Day)].Alerts);
    }

    [Fact]
    public async Task Two_rollups_at_once_leave_the_rows_of_the_newer_count()
    {
        var newer = Rollup(new MemoryFacts(Samples.Facts("A1"), Samples.Facts("A2")), new MemoryAlerts());
        var facts = new List<RecordFacts> { Samples.Facts("A1") };
        var older = Rollup(new GrowingFacts(facts), new MemoryAlerts());
        _daily.BeforeHeads = () =>
        {
            facts.Add(Samples.Facts("A2"));
            newer.RunAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
            _daily.Rows[("zjj", Samples.Day)] = new DailyRow("zjj", Samples.Day) { Total = 1 };
        };
        await older.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, _daily.Rows[("zjj", Samples.Day)].Total);
        Assert.Equal(2, _daily.Head(Samples.Day)!.Row.Total);
    }

    [Theory]
    [InlineData("1,2,3", "1-3")]
    [InlineData("1,4,9,10", "1-4,9-10")]
    [InlineData("", "")]
    public void Near_days_are_read_together(string days, string ranges)
    {
        var read = DayCounter.Ranges([.. days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(day => new DateOnly(2026, 1, int.Parse(day)))]);
        Assert.Equal(ranges, string.Join(',', read.Select(range => $"{range.From.Day}-{range.To.Day}")));
    }

    private DailyRollup Rollup(IRecordFacts facts, IAlertHistory alerts) => new(facts, alerts, _daily, new CleanDays(), _clock, NullLogger<DailyRollup>.Instance);

    private sealed class GrowingFacts(List<RecordFacts> facts) : IRecordFacts
    {
        public IAsyncEnumerable<RecordFacts> FactsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
            new MemoryFacts([.. facts]).FactsAsync(from, to, cancellationToken);

        public Task<IReadOnlySet<DateOnly>> ChangedDaysAsync(IReadOnlyList<DateOnly> days, DateTimeOffset since, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlySet<DateOnly>>(new HashSet<DateOnly>(days));
    }
}
