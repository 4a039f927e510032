using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Words;

public sealed class DeadlineWordsTests
{
    private readonly DeadlineWords _words = new(Settings.Clocks);

    [Fact]
    public void Each_running_deadline_stands_with_its_time_and_its_rule() =>
        Assert.Equal(["签收时限 12:15", "公开回应时限 11-24 12:00（国办发〔2016〕61号）"], _words.Of(Settings.Alert(), Sample.Noon));

    [Fact]
    public void What_is_overdue_says_since_when() =>
        Assert.Equal("签收时限 12:15，已逾期 1 小时 20 分钟", _words.Of(Settings.Alert(), Sample.Noon.AddMinutes(95))[0]);

    [Fact]
    public void An_alert_of_before_deadlines_were_kept_still_has_its_own()
    {
        Assert.Equal(["签收时限 12:15"], _words.Of(Settings.Alert() with { Deadlines = [] }, Sample.Noon));
        Assert.Empty(_words.Of(Settings.Alert() with { Deadlines = [], State = AlertState.Handling }, Sample.Noon));
    }

    [Theory]
    [InlineData(0.5, "不到 1 分钟")]
    [InlineData(20, "20 分钟")]
    [InlineData(60, "1 小时")]
    [InlineData(185, "3 小时 5 分钟")]
    [InlineData(3120, "2 天 4 小时")]
    public void Spans_are_said_in_words(double minutes, string words) => Assert.Equal(words, DeadlineWords.Span(TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void A_time_of_another_day_or_year_says_so()
    {
        Assert.Equal("23:59", DeadlineWords.Time(Sample.Noon.AddHours(11).AddMinutes(59), Sample.Noon));
        Assert.Equal("11-23 12:00", DeadlineWords.Time(Sample.Noon.AddDays(1), Sample.Noon));
        Assert.Equal("2027-11-22 12:00", DeadlineWords.Time(Sample.Noon.AddYears(1), Sample.Noon));
    }
}
