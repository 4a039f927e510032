using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.EndToEnd.Tests.Storage;

/// <summary>Marks of days that must be counted again.</summary>
public sealed class DirtyDayTableTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public async Task A_mark_set_again_while_its_day_is_counted_stays()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var days = rig.Get<IDirtyDays>();
        var cancellation = TestContext.Current.CancellationToken;
        await days.MarkAsync([Day, Day.AddDays(1), Day], cancellation);
        var listed = await days.ListAsync(cancellation);
        Assert.Equal([Day, Day.AddDays(1)], listed.Select(mark => mark.Day));
        await days.MarkAsync([Day], cancellation);
        await days.ClearAsync(listed, cancellation);
        Assert.Equal([Day], (await days.ListAsync(cancellation)).Select(mark => mark.Day));
    }

    [Fact]
    public async Task A_hundred_and_eighty_one_days_are_marked_in_two_transactions()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var before = rig.Transactions;
        await rig.Get<IDirtyDays>().MarkAsync([.. Enumerable.Range(0, 181).Select(Day.AddDays)], TestContext.Current.CancellationToken);
        Assert.Equal(2, rig.Transactions - before);
        var listed = await rig.Get<IDirtyDays>().ListAsync(TestContext.Current.CancellationToken);
        await rig.Get<IDirtyDays>().ClearAsync(listed, TestContext.Current.CancellationToken);
        Assert.Empty(await rig.Get<IDirtyDays>().ListAsync(TestContext.Current.CancellationToken));
    }
}
