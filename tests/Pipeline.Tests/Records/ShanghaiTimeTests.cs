using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Records.Reading;

namespace SentimentWatch.Pipeline.Tests.Records;

/// <summary>Times and counts as sources write them.</summary>
public sealed class ShanghaiTimeTests
{
    [Theory]
    [InlineData("2026-03-01T08:30:00+08:00")]
    [InlineData("2026-03-01T00:30:00Z")]
    [InlineData("2026-03-01T08:30:00")]
    [InlineData("2026-03-01 08:30:00")]
    [InlineData("2026-03-01 08:30:00.000")]
    [InlineData("2026-03-01 08:30")]
    [InlineData("2026/3/1 8:30")]
    [InlineData("2026.3.1 8:30")]
    [InlineData("2026年3月1日 8:30")]
    [InlineData("2026年3月1日8时30分")]
    [InlineData("46082.354166666664")]
    [InlineData("1772325000")]
    [InlineData("1772325000000")]
    [InlineData("Sun Mar 01 08:30:00 +0800 2026")]
    public void One_instant_in_every_form(string text)
    {
        Assert.True(ShanghaiTime.TryParse(text, out var time));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.FromHours(8)).ToUniversalTime(), time.ToUniversalTime());
    }

    [Theory]
    [InlineData("")]
    [InlineData("昨天")]
    [InlineData("12")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30 08:00")]
    [InlineData("08:30")]
    public void What_is_no_time_is_refused(string text) => Assert.False(ShanghaiTime.TryParse(text, out _));

    [Theory]
    [InlineData("2026-03-01T17:00:00Z", "2026-03-02")]
    [InlineData("2026-03-01T15:59:59Z", "2026-03-01")]
    public void The_day_is_the_day_in_Jinan(string time, string day) =>
        Assert.Equal(DateOnly.Parse(day), ShanghaiTime.DayOf(DateTimeOffset.Parse(time)));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("1,234", 1_234)]
    [InlineData("1.2万", 12_000)]
    [InlineData("10万+", 100_000)]
    [InlineData("2.5w", 25_000)]
    [InlineData("1.1亿", 110_000_000)]
    [InlineData("评论", 0)]
    [InlineData("", 0)]
    [InlineData("-5", 0)]
    [InlineData("99999999999999999999999999999999", 0)]
    public void Counts_are_read_as_platforms_print_them(string text, long count) => Assert.Equal(count, Counts.Parse(text));
}
