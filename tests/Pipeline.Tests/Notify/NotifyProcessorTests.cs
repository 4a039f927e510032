using System.Text.Json;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify;

public sealed class NotifyProcessorTests
{
    private readonly NotifyRig _rig = new();

    [Fact]
    public async Task The_first_delivery_sends_at_once_and_logs_why()
    {
        await _rig.ProcessAsync(News(NotifyRig.News()));
        Assert.Equal([("zjj", "sent"), ("wxb", "sent")], _rig.Log.Select(row => (row.Key.Target, row.Outcome)));
        Assert.Equal(0, _rig.LogReads);
        Assert.Empty(_rig.Messages);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public async Task A_redelivery_or_recheck_sends_only_what_was_not_sent(int dequeueCount, bool recheck)
    {
        await _rig.WriteAsync([new NotifyDecision(new NotifyKey(Sample.Noon, "A12345678", "opened", "zjj"), NotifyOutcome.Sent, "", Sample.Noon, 1)], CancellationToken.None);
        await _rig.ProcessAsync(new NotifyMessage([NotifyRig.News()], recheck), dequeueCount);
        Assert.Equal("wxb", Assert.Single(_rig.Offers).Target.Name);
    }

    [Fact]
    public async Task A_busy_receiver_gets_the_rest_after_the_time_it_asked_for()
    {
        Answer("zjj", new NotifyResult.RetryAfter(TimeSpan.FromSeconds(40), "对方限流", Blocks: true));
        await _rig.ProcessAsync(News(NotifyRig.News(), NotifyRig.News(NotifyRig.Alert("red", "A2"))));
        Assert.Equal(["retry", "held"], [_rig.Outcome("A12345678", "zjj"), _rig.Outcome("A2", "zjj")]);
        Assert.Equal(40, (Assert.Single(_rig.Messages).At - Sample.Noon).TotalSeconds, 3.0);

        _rig.Answer = (_, _) => null;
        await _rig.DrainAsync();
        Assert.Equal(["A12345678", "A2"], _rig.SentTo("zjj"));
        Assert.All(_rig.Log, row => Assert.Equal("sent", row.Outcome));
        Assert.Empty(_rig.Channels.WaitingFor("teams.zjj"));
    }

    [Fact]
    public async Task A_flush_that_comes_before_its_time_by_this_clock_comes_again()
    {
        await _rig.ProcessAsync(News(NotifyRig.News(NotifyRig.Alert("yellow"))));
        var flush = Assert.Single(_rig.Messages);
        _rig.LoseMessages();
        await _rig.ProcessRawAsync(flush.Body);
        Assert.Empty(_rig.Offers);
        await _rig.DrainAsync();
        Assert.Equal(["A12345678"], _rig.SentTo("zjj"));
    }

    [Fact]
    public async Task A_red_alert_that_failed_is_tried_again_within_seconds()
    {
        Answer("zjj", new NotifyResult.RetryAfter(TimeSpan.FromSeconds(30), "对方出错"), times: 2);
        await _rig.ProcessAsync(News(NotifyRig.News()));
        await _rig.DrainAsync();
        Assert.InRange((_rig.Offers.Last(offer => offer.Target.Name == "zjj").At - Sample.Noon).TotalSeconds, 2, 5);
        Assert.Equal(3, _rig.Log.Single(row => row.Key.Target == "zjj").Attempt);
    }

    [Fact]
    public async Task A_webhook_that_is_gone_hands_over_to_the_default_and_then_to_the_console()
    {
        Answer("zjj", new NotifyResult.Final("400"));
        Answer("default", new NotifyResult.Final("400"));
        await _rig.ProcessAsync(News(NotifyRig.News(NotifyRig.Alert("orange"))));
        Assert.Equal(["failed", "failed", "sent"], [_rig.Outcome("A12345678", "zjj"), _rig.Outcome("A12345678", "zjj@teams.default"), _rig.Outcome("A12345678", "zjj@console.console")]);
    }

    [Fact]
    public async Task A_fallback_that_is_busy_is_tried_again_by_itself()
    {
        Answer("zjj", new NotifyResult.Final("400"));
        Answer("default", new NotifyResult.RetryAfter(TimeSpan.FromSeconds(5), "busy"));
        await _rig.ProcessAsync(News(NotifyRig.News()));
        _rig.Answer = (_, _) => null;
        await _rig.DrainAsync();
        Assert.Equal(["A12345678"], _rig.SentTo("default"));
        Assert.Single(_rig.Offers, offer => offer.Target.Name == "zjj");
    }

    [Fact]
    public async Task After_a_day_of_trying_the_news_falls_to_the_console()
    {
        _rig.Answer = (target, _) => target.Way == "console" ? null : new NotifyResult.RetryAfter(TimeSpan.FromSeconds(5), "busy");
        _rig.Time.Advance(TimeSpan.FromHours(25));
        await _rig.ProcessAsync(News(NotifyRig.News()));
        Assert.Equal("sent", _rig.Outcome("A12345678", "zjj@console.console"));
        Assert.Empty(_rig.Messages);
    }

    [Fact]
    public async Task A_message_that_came_again_neither_loses_nor_doubles_what_waits()
    {
        await _rig.ProcessAsync(News(NotifyRig.News(NotifyRig.Alert("yellow"))));
        await _rig.ProcessAsync(News(NotifyRig.News(NotifyRig.Alert("yellow"))), dequeueCount: 2);
        Assert.Single(_rig.Channels.WaitingFor("teams.zjj"));
        await _rig.DrainAsync();
        Assert.Equal(["A12345678"], _rig.SentTo("zjj"));
        await _rig.ProcessAsync(News(NotifyRig.News(NotifyRig.Alert("yellow"))), dequeueCount: 3);
        await _rig.DrainAsync();
        Assert.Equal(["A12345678"], _rig.SentTo("zjj"));
    }

    [Fact]
    public async Task A_flush_that_got_lost_is_found_again()
    {
        await _rig.ProcessAsync(News(NotifyRig.News(NotifyRig.Alert("yellow"))));
        _rig.LoseMessages();
        await _rig.SweepAsync();
        Assert.Empty(_rig.Messages);
        _rig.Time.Advance(TimeSpan.FromMinutes(5));
        await _rig.SweepAsync();
        await _rig.DrainAsync();
        Assert.Equal(["A12345678"], _rig.SentTo("zjj"));
    }

    [Fact]
    public async Task Two_units_that_share_a_receiver_get_one_message_and_a_row_each()
    {
        var rig = new NotifyRig(settings: ("SentimentWatch:Notify:Teams:default:Url", "https://d.example"));
        await rig.ProcessAsync(News(Settings.News()));
        Assert.Single(rig.Offers);
        Assert.Equal(["honglou@teams.default", "wxb@teams.default", "zjj@teams.default"], rig.Log.Select(row => row.Key.Target).Order());
    }

    [Fact]
    public async Task A_message_that_is_none_of_ours_is_refused()
    {
        var rig = new NotifyRig();
        await Assert.ThrowsAsync<JsonException>(() => rig.ProcessRawAsync("not json"));
    }

    private static NotifyMessage News(params Announcement[] news) => new(news);

    private void Answer(string name, NotifyResult result, int times = int.MaxValue)
    {
        var (others, left) = (_rig.Answer, times);
        _rig.Answer = (target, notice) => target.Name == name && left-- > 0 ? result : others(target, notice);
    }
}
