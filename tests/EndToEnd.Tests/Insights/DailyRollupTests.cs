using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.EndToEnd.Tests.Insights;

/// <summary>The counts of <c>daily</c> on a real Azurite, from records that came the ordinary way.</summary>
public sealed class DailyRollupTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Today = ShanghaiTime.DayOf(TestRecords.Noon);

    [Fact]
    public async Task Counting_twice_gives_the_same_rows_and_writes_them_once()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await rig.AcceptAsync(Channels.Hotline, Many(300, Channels.Hotline));
        await rig.AcceptAsync(Channels.Weibo, Many(50, Channels.Weibo));
        await rig.DrainAsync();
        var rollup = rig.Get<DailyRollup>();
        Assert.True((await rollup.RunAsync(TestContext.Current.CancellationToken)).RowsWritten > 0);
        var head = await HeadAsync(rig, Today);
        var before = rig.Transactions;
        Assert.Equal(0, (await rollup.RunAsync(TestContext.Current.CancellationToken)).RowsWritten);
        Assert.InRange(rig.Transactions - before, 1, 30);
        var again = await HeadAsync(rig, Today);
        Assert.Equal(head.Tag, again.Tag);
        Assert.Equal(350, again.Row.Total);
        Assert.Equal(300, again.Row.Channels[Channels.Hotline]);
        Assert.Equal(350, again.Row.Units.Sum);

        var units = await rig.Get<IDailyStore>().UnitsAsync(Today, Today, null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(350, units.Sum(row => row.Total));
        Assert.Equal(again.Row.Units.All, units.Where(row => row.Total > 0).ToDictionary(row => row.Unit, row => row.Total));
    }

    [Fact]
    public async Task A_thousand_records_are_counted_in_one_transaction_and_the_channels_in_one_each()
    {
        await using var rig = await Rig.StartAsync(azurite);
        foreach (var channel in Channels.All)
        {
            await rig.AcceptAsync(channel, Many(channel == Channels.Hotline ? 1_100 : 10, channel));
        }

        await rig.DrainAsync();
        var before = rig.Transactions;
        await rig.Get<DailyRollup>().RunAsync(TestContext.Current.CancellationToken);

        // Seven pages of records, four reads of what was counted before, and three writes.
        Assert.InRange(rig.Transactions - before, 7, 16);
        Assert.Equal(1_150, (await HeadAsync(rig, Today)).Row.Total);
    }

    [Fact]
    public async Task Records_of_a_day_long_past_are_counted_once_they_come()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var past = TestRecords.Noon.AddDays(-200);
        await rig.AcceptAsync(Channels.Petition, Enumerable.Range(0, 20).Select(n => TestRecords.Submitted(n, Channels.Petition, at: past.AddDays(n % 4))));
        await rig.DrainAsync();
        await rig.Get<DailyRollup>().RunAsync(TestContext.Current.CancellationToken);
        var day = ShanghaiTime.DayOf(past);
        var heads = await rig.Get<IDailyStore>().HeadsAsync(day, day.AddDays(3), TestContext.Current.CancellationToken);
        Assert.Equal([5, 5, 5, 5], heads.Select(head => head.Row.Total));
        Assert.Empty(await rig.Get<IDirtyDays>().ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Only_days_with_rows_written_since_then_have_changed()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await rig.AcceptAsync(Channels.Hotline, Many(3, Channels.Hotline));
        await rig.DrainAsync();
        var facts = rig.Get<IRecordFacts>();
        var now = TimeProvider.System.GetUtcNow();
        DateOnly[] days = [Today.AddDays(-1), Today];
        Assert.Equal([Today], await facts.ChangedDaysAsync(days, now.AddHours(-1), TestContext.Current.CancellationToken));
        Assert.Empty(await facts.ChangedDaysAsync(days, now.AddHours(1), TestContext.Current.CancellationToken));
    }

    private static IEnumerable<SubmittedRecord> Many(int count, string channel) => Enumerable.Range(0, count).Select(number => TestRecords.Submitted(number, channel));

    private static async Task<DailyHead> HeadAsync(Rig rig, DateOnly day) =>
        Assert.Single(await rig.Get<IDailyStore>().HeadsAsync(day, day, TestContext.Current.CancellationToken));
}
