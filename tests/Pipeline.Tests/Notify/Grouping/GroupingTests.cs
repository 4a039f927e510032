using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Grouping;

public sealed class GroupingTests
{
    private readonly NotifyRig _rig = new();

    [Fact]
    public async Task Red_goes_at_once_and_orange_outside_a_burst_while_yellow_waits_for_others()
    {
        await _rig.ProcessAsync(News("yellow", "A1"));
        await _rig.ProcessAsync(News("orange", "A2"));
        await _rig.ProcessAsync(News("red", "A3"));
        await _rig.ProcessAsync(News("orange", "A4"));
        await _rig.ProcessAsync(News("orange", "A5"));
        await _rig.ProcessAsync(News("orange", "A6"));
        await _rig.ProcessAsync(News("red", "A7"));
        Assert.Equal(["A2", "A3", "A4", "A5", "A7"], _rig.SentTo("zjj"));
        Assert.Equal(["held", "held"], [_rig.Outcome("A1", "zjj"), _rig.Outcome("A6", "zjj")]);
        await _rig.DrainAsync();

        // One card for both.
        var last = _rig.Offers.Last(offer => offer.Target.Name == "zjj");
        Assert.Equal(["A6", "A1"], last.Notice.News.Select(news => news.Alert.Id));
        Assert.InRange((last.At - Sample.Noon).TotalSeconds, 30, 62);
    }

    [Fact]
    public async Task Orange_waits_for_others_once_half_of_the_hour_is_used_up()
    {
        for (var n = 0; n < 40; n++)
        {
            await _rig.ProcessAsync(News("red", $"A{n}"));
            _rig.Time.Advance(TimeSpan.FromSeconds(40));
        }

        await _rig.ProcessAsync(News("orange", "A99"));
        Assert.Equal("held", _rig.Outcome("A99", "zjj"));
    }

    [Fact]
    public async Task Blue_is_not_told_in_quiet_hours_and_the_others_are()
    {
        _rig.Time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero));
        await _rig.ProcessAsync(new NotifyMessage([Of("blue", "A1"), Of("yellow", "A2")]));
        await _rig.DrainAsync();
        var offers = _rig.Offers.Where(offer => offer.Target.Name == "zjj").ToList();
        Assert.Equal([("A2", "23:00"), ("A1", "07:00")], offers.Select(offer => (offer.Notice.News[0].Alert.Id, $"{offer.At.ToOffset(TimeSpan.FromHours(8)):HH:mm}")));
    }

    [Fact]
    public async Task In_a_burst_red_alerts_go_first_and_the_others_share()
    {
        await _rig.ProcessAsync(new NotifyMessage([.. Enumerable.Range(0, 25).Select(n => Of(n < 3 ? "red" : "yellow", $"A{n}"))]));
        await _rig.DrainAsync();
        Assert.Equal([1, 1, 1, 10, 10, 2], _rig.Offers.Where(offer => offer.Target.Name == "zjj").Select(offer => offer.Notice.News.Count));
        Assert.Equal(25, _rig.SentTo("zjj").Distinct().Count());
    }

    [Fact]
    public async Task More_than_four_red_alerts_of_one_message_share_a_card()
    {
        await _rig.ProcessAsync(new NotifyMessage([.. Enumerable.Range(0, 12).Select(n => Of("red", $"A{n}"))]));
        Assert.Equal([10, 2], _rig.Offers.Where(offer => offer.Target.Name == "zjj").Select(offer => offer.Notice.News.Count));
    }

    [Fact]
    public async Task Of_very_many_each_has_a_line_so_that_the_limits_hold()
    {
        await _rig.ProcessAsync(new NotifyMessage([.. Enumerable.Range(0, 500).Select(n => Of("yellow", $"A{n}"))]));
        await _rig.DrainAsync();
        Assert.Equal(500, _rig.SentTo("zjj").Count());
        Assert.Equal(500, _rig.SentTo("zjj").Distinct().Count());
        Assert.InRange(_rig.Offers.Count, 10, 30);
        Assert.All(_rig.Offers.SelectMany(offer => offer.Notice.Lines!), line => Assert.Contains("主办：", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receiver_of_several_units_gets_their_news_in_one_card_with_the_links_of_each()
    {
        var rig = new NotifyRig(settings: ("SentimentWatch:Notify:Teams:default:Url", "https://d.example"));
        await rig.ProcessAsync(new NotifyMessage([Of("yellow", "A1"), NotifyRig.News(NotifyRig.Alert("yellow", "A2") with { Unit = "csj" })]));
        await rig.DrainAsync();
        var (_, target, notice, _) = Assert.Single(rig.Offers);
        Assert.Equal(["zjj", "csj"], [notice.ActorOf(0, target), notice.ActorOf(1, target)]);
        Assert.Equal(["csj@teams.default", "zjj@teams.default"], rig.Log.Select(row => row.Key.Target).Order());
    }

    [Fact]
    public async Task A_summary_is_one_message_a_unit_that_counts_what_it_cannot_show()
    {
        var rig = new NotifyRig(settings: ("SentimentWatch:Notify:Teams:default:Url", "https://d.example"));
        await rig.SummarizeAsync("系统恢复后汇总", [.. Enumerable.Range(0, 200).Select(n => NotifyRig.News(NotifyRig.Alert("yellow", $"A{n}") with { Unit = n < 190 ? "zjj" : "csj" }, $"reminded-{n}"))]);
        await rig.DrainAsync();
        Assert.Equal(2, rig.Offers.Count);
        Assert.All(rig.Offers, offer => Assert.Equal("系统恢复后汇总", offer.Notice.Heading));
        Assert.Equal(10, rig.Offers[0].Notice.Lines!.Count);
        Assert.Contains("未列出", rig.Offers[1].Notice.Lines![^1], StringComparison.Ordinal);
        Assert.Equal(200, rig.Log.Count(row => row.Outcome == "sent"));

        await rig.SummarizeAsync("系统恢复后汇总", NotifyRig.News(NotifyRig.Alert("yellow", "A3"), "reminded-3"));
        await rig.DrainAsync();
        Assert.Equal(2, rig.Offers.Count);
    }

    [Fact]
    public async Task A_summary_has_one_line_an_alert_that_says_what_lapsed_since_when()
    {
        var rig = new NotifyRig(settings: ("SentimentWatch:Notify:Teams:default:Url", "https://d.example"));
        var now = rig.Time.GetUtcNow();
        var alert = NotifyRig.Alert("red", "A7") with
        {
            Deadlines = [AlertDeadline.Timed(OpenClock.Acknowledge, now.AddHours(-6), TimeSpan.FromMinutes(15), AlertStop.Acknowledged)],
        };
        await rig.SummarizeAsync("系统中断后补发", NotifyRig.News(alert, "reminded-3"), NotifyRig.News(alert, "escalated-4"), NotifyRig.News(NotifyRig.Alert("blue", "A8"), "reminded-3"));
        await rig.DrainAsync();
        var lines = Assert.Single(rig.Offers, offer => offer.Target.Unit == "zjj").Notice.Lines!;
        Assert.Equal(2, lines.Count);
        Assert.Contains("A7（催办、逾期升级）", lines[0], StringComparison.Ordinal);
        Assert.Contains("签收逾期 5 小时 45 分钟", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_red_alert_that_is_tried_again_does_not_break_up_the_group_that_waits()
    {
        await _rig.ProcessAsync(News("yellow", "A1"));
        _rig.Answer = (target, _) => target.Name == "zjj" && _rig.Offers.Count < 2 ? new NotifyResult.RetryAfter(TimeSpan.FromSeconds(30), "超时") : null;
        await _rig.ProcessAsync(News("red", "A2"));
        await _rig.DrainAsync();
        var sent = _rig.Offers.Where(offer => offer.Target.Name == "zjj" && offer.Result is NotifyResult.Sent).ToList();
        Assert.Equal(["A2", "A1"], sent.Select(offer => Assert.Single(offer.Notice.News).Alert.Id));
        Assert.InRange((sent[0].At - Sample.Noon).TotalSeconds, 1, 5);
        Assert.InRange((sent[1].At - Sample.Noon).TotalSeconds, 30, 32);
    }

    private static NotifyMessage News(string level, string id) => new([Of(level, id)]);

    private static Announcement Of(string level, string id) => NotifyRig.News(NotifyRig.Alert(level, id));
}
