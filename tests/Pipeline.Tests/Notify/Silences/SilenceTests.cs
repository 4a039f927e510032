using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Silences;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Silences;

public sealed class SilenceTests
{
    private readonly NotifyRig _rig = new();

    [Fact]
    public async Task Silenced_news_has_a_row_that_says_who_and_why()
    {
        await AddAsync(new SilenceWish(Unit: "zjj", Kind: "gas-leak"));
        await _rig.ProcessAsync(new NotifyMessage([NotifyRig.News(NotifyRig.Alert("orange"))]));
        Assert.Empty(_rig.SentTo("zjj"));
        Assert.Equal(["A12345678"], _rig.SentTo("wxb"));
        var row = _rig.Log.Single(decision => decision.Key.Target == "zjj");
        Assert.Equal("skipped", row.Outcome);
        Assert.Contains("管道检修", row.Why, StringComparison.Ordinal);
        Assert.Contains("李某", row.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Red_is_silenced_by_its_id_alone()
    {
        await AddAsync(new SilenceWish(Place: "洪楼广场"));
        await _rig.ProcessAsync(new NotifyMessage([NotifyRig.News(reason: "reminded-3")]));
        Assert.Equal(["A12345678"], _rig.SentTo("zjj"));
        await AddAsync(new SilenceWish(AlertId: "A12345678"));
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        await _rig.ProcessAsync(new NotifyMessage([NotifyRig.News(reason: "reminded-4")]));
        Assert.Equal(["A12345678"], _rig.SentTo("zjj"));
    }

    [Fact]
    public async Task What_waits_is_silenced_too_and_what_comes_after_the_end_is_told()
    {
        await _rig.ProcessAsync(new NotifyMessage([NotifyRig.News(NotifyRig.Alert("yellow", "A1"))]));
        await AddAsync(new SilenceWish(Kind: "gas-leak"));
        _rig.Time.Advance(TimeSpan.FromSeconds(31));
        await _rig.DrainAsync();
        Assert.Equal("skipped", _rig.Outcome("A1", "zjj"));
        _rig.Time.Advance(TimeSpan.FromHours(3));
        await _rig.ProcessAsync(new NotifyMessage([NotifyRig.News(NotifyRig.Alert("yellow", "A2"))]));
        await _rig.DrainAsync();
        Assert.Equal(["A2"], _rig.SentTo("zjj"));
    }

    [Theory]
    [InlineData("nothing", "alertId, unit, kind and place")]
    [InlineData("unit", "no unit")]
    [InlineData("reason", "'reason'")]
    [InlineData("author", "'author'")]
    [InlineData("never", "'until' is missing")]
    [InlineData("past", "in the past")]
    [InlineData("long", "30 days")]
    public async Task A_wish_that_cannot_be_met_is_refused_with_the_fault(string fault, string sentence)
    {
        var wish = new SilenceWish(Kind: "gas-leak", Reason: "管道检修", Author: "李某", Until: Sample.Noon.AddHours(2));
        var answer = await _rig.SilenceDesk().AddAsync(
            fault switch
            {
                "nothing" => wish with { Kind = " " },
                "unit" => wish with { Unit = "nobody" },
                "reason" => wish with { Reason = "" },
                "author" => wish with { Author = null },
                "never" => wish with { Until = null },
                "past" => wish with { Until = Sample.Noon },
                _ => wish with { Until = Sample.Noon.AddDays(31) },
            },
            CancellationToken.None);
        Assert.Null(answer.Silence);
        Assert.Contains(sentence, answer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_persons_write_is_masked_before_it_is_kept()
    {
        var silence = (await AddAsync(new SilenceWish(Kind: "fire", Reason: "请联系13800138000", Author: "值班室"))).Silence!;
        Assert.DoesNotContain("13800138000", silence.Reason, StringComparison.Ordinal);
        Assert.True(await _rig.SilenceDesk().RemoveAsync(silence.Id, CancellationToken.None));
        Assert.Empty(await _rig.SilenceDesk().ListAsync(CancellationToken.None));
    }

    private async Task<SilenceAnswer> AddAsync(SilenceWish wish)
    {
        var answer = await _rig.SilenceDesk().AddAsync(
            wish with { Reason = wish.Reason ?? "管道检修，已知情", Author = wish.Author ?? "李某", Until = _rig.Time.GetUtcNow().AddHours(2) }, CancellationToken.None);
        Assert.Null(answer.Refusal);
        return answer;
    }
}
