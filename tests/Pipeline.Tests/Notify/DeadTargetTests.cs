using SentimentWatch.Pipeline.Notify;

namespace SentimentWatch.Pipeline.Tests.Notify;

public sealed class DeadTargetTests
{
    private readonly NotifyRig _rig = new();

    [Fact]
    public async Task A_dead_address_is_reported_once_to_the_office_and_not_tried_for_six_hours()
    {
        _rig.Answer = (target, _) => target.Name == "zjj" ? new NotifyResult.Final("地址已失效（HTTP 410）", Dead: true) : null;
        await _rig.ProcessAsync(new NotifyMessage([NotifyRig.News(NotifyRig.Alert("red", "A1"))]));
        await _rig.ProcessAsync(new NotifyMessage([NotifyRig.News(NotifyRig.Alert("red", "A2"))]));
        await _rig.DrainAsync();
        Assert.Single(_rig.Offers, offer => offer.Target.Name == "zjj");
        var report = Assert.Single(_rig.Offers, offer => offer.Notice.Heading?.StartsWith("通知地址失效：", StringComparison.Ordinal) == true);
        Assert.Equal("wxb", report.Target.Name);
        Assert.DoesNotContain("a.example", string.Concat(report.Notice.Lines!), StringComparison.Ordinal);
        Assert.Equal(["A1", "A2"], _rig.SentTo("default"));
        Assert.Contains("未再尝试", _rig.Log.Single(row => row.Key is { AlertId: "A2", Target: "zjj" }).Why, StringComparison.Ordinal);

        _rig.Time.Advance(TimeSpan.FromHours(7));
        await _rig.ProcessAsync(new NotifyMessage([NotifyRig.News(NotifyRig.Alert("red", "A3"))]));
        Assert.Equal(2, _rig.Offers.Count(offer => offer.Target.Name == "zjj"));
        Assert.Single(_rig.Offers, offer => offer.Notice.Heading is not null);
    }

    [Fact]
    public async Task What_waited_for_an_address_that_died_falls_to_the_default()
    {
        await _rig.ProcessAsync(new NotifyMessage([NotifyRig.News(NotifyRig.Alert("yellow", "A1")), NotifyRig.News(NotifyRig.Alert("yellow", "A2"))]));
        _rig.Answer = (target, _) => target.Name == "zjj" ? new NotifyResult.Final("地址已失效（HTTP 410）", Dead: true) : null;
        await _rig.DrainAsync();
        Assert.Equal(["A1", "A2"], _rig.SentTo("default").Order());
        Assert.Empty(_rig.Channels.WaitingFor("teams.zjj"));
    }

    [Fact]
    public async Task The_death_of_the_offices_own_address_is_reported_to_the_default_and_else_in_the_log()
    {
        _rig.Answer = (target, _) => target.Name == "wxb" ? new NotifyResult.Final("410", Dead: true) : null;
        await _rig.ProcessAsync(new NotifyMessage([NotifyRig.News()]));
        Assert.Equal("default", Assert.Single(_rig.Offers, offer => offer.Notice.Heading is not null).Target.Name);

        var rig = new NotifyRig();
        rig.Answer = (target, _) => target.Way == NotifyWay.Console ? null : new NotifyResult.Final("410", Dead: true);
        await rig.ProcessAsync(new NotifyMessage([NotifyRig.News()]));
        Assert.Contains(rig.Offers, offer => offer.Target.Way == NotifyWay.Console && offer.Notice.Heading is not null);
        Assert.Contains(rig.Offers, offer => offer.Target.Way == NotifyWay.Console && offer.Notice.News.Count == 1);
    }
}
