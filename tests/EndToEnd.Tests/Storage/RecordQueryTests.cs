using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Storage;

/// <summary>Pages and streams of the records table.</summary>
public sealed class RecordQueryTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Today = ShanghaiTime.DayOf(TestRecords.Noon);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task Pages_show_every_record_once_newest_day_first(int size)
    {
        await using var rig = await FilledAsync();
        var seen = await AllPagesAsync(rig, new RecordFilter(Today.AddDays(-3), Today), size);
        Assert.Equal(40, seen.Count);
        Assert.Equal(40, seen.Select(record => record.Record.Key).Distinct().Count());
        var days = seen.Select(record => ShanghaiTime.DayOf(record.Record.ReceivedAt)).ToList();
        Assert.Equal(days.OrderDescending(), days);
    }

    [Fact]
    public async Task Filters_hold_for_pages_and_streams_alike()
    {
        await using var rig = await FilledAsync();
        RecordFilter[] filters =
        [
            new(Today, Today),
            new(Today.AddDays(-9), Today) { Channel = Channels.Weibo },
            new(Today.AddDays(-9), Today) { Level = "emergency" },
            new(Today.AddDays(-9), Today) { Status = "received", Text = "公交" },
            new(Today.AddDays(-9), Today) { Unit = "jd-x" },
            new(Today.AddDays(-9), Today) { Unit = "none' or true" },
        ];
        int[] expected = [10, 20, 1, 8, 40, 0];
        for (var i = 0; i < filters.Length; i++)
        {
            var pages = await AllPagesAsync(rig, filters[i], 6);
            var stream = new List<StoredRecord>();
            await foreach (var record in rig.Get<IRecordQuery>().ReadAsync(filters[i], TestContext.Current.CancellationToken))
            {
                stream.Add(record);
            }

            Assert.Equal(expected[i], pages.Count);
            Assert.Equal(pages.Select(record => record.Record.Key).Order(), stream.Select(record => record.Record.Key).Order());
        }
    }

    [Fact]
    public async Task A_long_empty_range_is_walked_in_bounded_steps()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var before = rig.Transactions;
        var page = await rig.Get<IRecordQuery>().QueryAsync(
            new RecordFilter(Today.AddYears(-2), Today), 10, null, TestContext.Current.CancellationToken);
        Assert.Empty(page.Items);
        Assert.NotNull(page.Continuation);
        Assert.InRange(rig.Transactions - before, 1, 61);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("!!!!")]
    [InlineData("MjAyNjExMjIgOTkgYQ")]
    public async Task A_foreign_continuation_is_refused(string continuation)
    {
        await using var rig = await Rig.StartAsync(azurite);
        await Assert.ThrowsAsync<FormatException>(() => rig.Get<IRecordQuery>().QueryAsync(
            new RecordFilter(Today, Today), 10, continuation, TestContext.Current.CancellationToken));
    }

    private static async Task<IReadOnlyList<StoredRecord>> AllPagesAsync(Rig rig, RecordFilter filter, int size)
    {
        var seen = new List<StoredRecord>();
        string? continuation = null;
        do
        {
            var page = await rig.Get<IRecordQuery>().QueryAsync(filter, size, continuation, TestContext.Current.CancellationToken);
            Assert.True(page.Items.Count <= size);
            seen.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return seen;
    }

    private async Task<Rig> FilledAsync()
    {
        var rig = await Rig.StartAsync(azurite);
        var records = Enumerable.Range(0, 40).Select(number => TestRecords.Judged(
            TestRecords.Masked(number, number % 2 == 0 ? Channels.Hotline : Channels.Weibo, at: TestRecords.Noon.AddDays(-(number / 10))),
            level: number == 5 ? "emergency" : "routine"));
        await rig.Get<IRecordStore>().StoreAsync(
            [.. records], BatchId.From(TestRecords.Noon, "test"), TestRecords.Noon, TestContext.Current.CancellationToken);
        return rig;
    }
}
