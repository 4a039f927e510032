using SentimentWatch.EndToEnd.Tests.Alerts;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Limits;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Notify;

/// <summary>A receiver's row and its outbox in the real table.</summary>
public sealed class NotifyOutboxTests(AzuriteFixture azurite)
{
    private const string Channel = "teams.zjj";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task State_and_news_come_back_as_they_were_written()
    {
        var outbox = new NotifyOutbox(await azurite.NewStorageAsync());
        var state = ChannelState.New.WithSend(Now, SendLimits.None, TimeSpan.FromMinutes(1)).WithBlock(Now.AddSeconds(9)).WithFlush(Now.AddMinutes(1), Now) with
        {
            Lease = "x", LeaseUntil = Now.AddMinutes(2), GroupAt = Now, Puts = 3, Turn = 4, Dead = new DeadMark("ab", Now, Now, "地址已失效"),
        };
        var news = Item(1) with { Summary = "系统恢复后汇总", Attempt = 2, Recheck = true };
        Assert.NotNull(await outbox.TryWriteAsync(Channel, new ChannelView(ChannelState.New, null), state, new OutboxChange([news], []), Ct));
        var (view, waiting) = await outbox.OpenAsync(Channel, Ct);
        Assert.Equal(state with { Sent = SendLog.Empty }, view.State with { Sent = SendLog.Empty });
        Assert.Equal(Now, view.State.Sent.Last);
        var found = Assert.Single(waiting);
        Assert.Equal((news.Id, news.DueAt, news.Attempt, news.Recheck, news.Summary), (found.Id, found.DueAt, found.Attempt, found.Recheck, found.Summary));
        Assert.Equal(news.News.Alert.Title, found.News.Alert.Title);
        Assert.Equal(news.Targets, found.Targets);
        Assert.Equal([Channel], await outbox.OverdueAsync(Now.AddMinutes(2), Ct).ToListAsync(Ct));
        Assert.Empty(await outbox.OverdueAsync(Now, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Of_two_who_write_at_once_one_wins_and_a_removal_goes_on_where_it_broke_off()
    {
        var outbox = new NotifyOutbox(await azurite.NewStorageAsync());
        var nobody = new ChannelView(ChannelState.New, null);
        List<OutgoingNews> many = [.. Enumerable.Range(0, 250).Select(Item)];
        var version = await outbox.TryWriteAsync(Channel, nobody, ChannelState.New, new OutboxChange(many, []), Ct);
        Assert.NotNull(version);
        Assert.Null(await outbox.TryWriteAsync(Channel, nobody, ChannelState.New, OutboxChange.None, Ct));
        Assert.Equal(250, (await outbox.OpenAsync(Channel, Ct)).Waiting.Count);

        // The rows go in several transactions; the state's is the last, and it is old.
        Assert.Null(await outbox.TryWriteAsync(Channel, new ChannelView(ChannelState.New, "W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\""), ChannelState.New, new OutboxChange([], many), Ct));
        Assert.InRange((await outbox.OpenAsync(Channel, Ct)).Waiting.Count, 1, 99);
        Assert.NotNull(await outbox.TryWriteAsync(Channel, new ChannelView(ChannelState.New, version), ChannelState.New, new OutboxChange([], many), Ct));
        Assert.Empty((await outbox.OpenAsync(Channel, Ct)).Waiting);
    }

    private static OutgoingNews Item(int number) => new(
        new Announcement("opened", Now, new Alert
        {
            Id = $"A{10_000_000 + number}",
            Unit = "zjj",
            Level = "yellow",
            Title = "洪楼广场 · 燃气泄漏",
            DayStart = Now,
            OpenedAt = Now,
            AcknowledgeBy = Now.AddHours(2),
        }),
        [new NotifyTarget("zjj", "teams", "zjj", true)])
    {
        DueAt = Now.AddMinutes(1),
        NotBefore = Now,
    };
}
