using System.Text.Json;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Limits;

namespace SentimentWatch.Pipeline.Tests.Notify.Grouping;

public sealed class NotifyRulesTests
{
    [Fact]
    public void The_shipped_section_is_read_and_what_is_left_out_keeps_its_default()
    {
        using var section = JsonDocument.Parse("""{"groupWaitSeconds":10,"groupIntervalSeconds":{"blue":600},"limits":{"wecom":[[60,15]]}}""");
        var rules = NotifyRules.FromJson(section.RootElement);
        Assert.Equal(10, rules.GroupWait.TotalSeconds);
        Assert.Equal((600, 60), (rules.IntervalOf("blue", 0).TotalSeconds, rules.IntervalOf("orange", 0).TotalSeconds));
        Assert.Equal([new SendWindow(TimeSpan.FromMinutes(1), 15)], rules.LimitsOf("wecom.zjj").Windows);
        Assert.Equal(5, rules.LimitsOf("teams.default").Windows.Count);
        Assert.Empty(rules.LimitsOf("webhook.zjj").Windows);
        Assert.Equal(240, rules.IntervalOf("orange", 0.9).TotalSeconds);
    }

    [Theory]
    [InlineData("""{"groupWaitSeconds":-1}""")]
    [InlineData("""{"limits":{"teams":[[0,4]]}}""")]
    [InlineData("""{"limits":{"teams":[[4]]}}""")]
    [InlineData("""{"quietHours":{"from":"25:00","to":"07:00"}}""")]
    [InlineData("""{"groupWait":30}""")]
    public void A_wrong_section_is_refused(string text)
    {
        using var section = JsonDocument.Parse(text);
        Assert.Throws<JsonException>(() => NotifyRules.FromJson(section.RootElement));
    }

    [Theory]
    [InlineData("2026-11-24T21:59:00+08:00", "2026-11-24T21:59:00+08:00")]
    [InlineData("2026-11-24T22:00:00+08:00", "2026-11-25T07:00:00+08:00")]
    [InlineData("2026-11-25T06:59:00+08:00", "2026-11-25T07:00:00+08:00")]
    [InlineData("2026-11-25T07:00:00+08:00", "2026-11-25T07:00:00+08:00")]
    public void Quiet_hours_end_in_the_morning(string now, string told) =>
        Assert.Equal(At(told), new NotifyRules().AfterQuiet(At(now)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
