using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;

namespace SentimentWatch.Pipeline.Tests.Alerts.Clocks;

/// <summary>How far the law lets a deadline be put off, and until when a matter may be returned.</summary>
public sealed class ExtensionTests
{
    private static readonly Extensions Extensions = new(Counting.Calculator, new AlertRules());

    [Theory]
    [InlineData("hotline.reply", "2026-10-09 23:59:59", "2026-10-22", null)] // the tenth: 10-10S 10-12 10-13 10-14 10-15 10-16 10-19 10-20 10-21 10-22
    [InlineData("hotline.reply", "2026-10-09 23:59:59", "2026-10-23", "最迟可延至 2026-10-22")]
    [InlineData("hotline.reply", "2026-10-09 23:59:59", "2026-10-09", "须晚于现在的期限 2026-10-09 23:59")]
    [InlineData("hotline.reply", "2026-10-09 12:00:00", "2026-10-09", null)] // to the end of the same day
    [InlineData("petition.conclude", "2026-04-01 23:59:59", "2026-05-01", null)] // 30 days, on a holiday
    [InlineData("petition.conclude", "2026-04-01 23:59:59", "2026-05-02", "最迟可延至 2026-05-01")]
    [InlineData("opinion.response", "2026-04-01 23:59:59", "2026-04-02", "依规定不能延长")]
    [InlineData("acknowledge", "2026-04-01 23:59:59", "2026-04-02", "“签收”的期限依规定不能延长")]
    [InlineData("hotline.reply", "2026-12-20 23:59:59", "2026-12-22", "缺少 2027 年")]
    public void Within_the_law_or_refused_with_a_reason(string clock, string due, string newDate, string? refusal)
    {
        var answer = Extensions.Check(clock, Counting.At(due), Counting.Day(newDate));
        if (refusal is null)
        {
            Assert.Null(answer.Refusal);
            Assert.Equal((clock, Counting.At(due), Counting.At(newDate + " 23:59:59")), (answer.Deadline!.Clock, answer.Deadline.StartAt, answer.Deadline.DueAt));
        }
        else
        {
            Assert.Null(answer.Deadline);
            Assert.Contains(refusal, answer.Refusal, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_extensions_together_are_bounded_by_the_first_deadline()
    {
        var first = Counting.At("2026-10-09 23:59:59");
        var once = Extensions.Check("hotline.reply", first, Counting.Day("2026-10-16")).Deadline!;
        Assert.Null(Extensions.Check("hotline.reply", once.DueAt, Counting.Day("2026-10-22"), once.StartAt).Refusal);
        Assert.NotNull(Extensions.Check("hotline.reply", once.DueAt, Counting.Day("2026-10-23"), once.StartAt).Refusal);
    }

    [Fact]
    public void No_mark_of_an_extension_lies_before_the_deadline_it_replaces()
    {
        var first = Counting.At("2026-10-09 23:59:59");
        Assert.Equal( // 10-10S 09:00, 10-11 12:00, 10-12, 10-13 09:00, 10-13
            ["yellow", "remind", "due", "red", "office"],
            Extensions.Check("hotline.reply", first, Counting.Day("2026-10-12")).Deadline!.Marks.Select(mark => mark.Kind));
        Assert.All(
            Extensions.Check("hotline.reply", Counting.At("2026-10-20 23:59:59"), Counting.Day("2026-10-21"), first).Deadline!.Marks,
            mark => Assert.True(mark.At > Counting.At("2026-10-20 23:59:59")));
    }

    [Theory]
    [InlineData("hotline", "2026-09-30 10:00", "2026-10-09 23:59:59")] // 国庆 | 10-08 10-09
    [InlineData("weibo", "2026-09-30 10:00", "2026-10-09 23:59:59")]
    [InlineData("petition", "2026-09-30 10:00", "2026-10-13 23:59:59")] // 国庆 | 10-08 10-09 10-10S 10-12 10-13
    [InlineData("hotline", "2026-12-30 10:00", null)]
    public void Returns(string channel, string dispatched, string? latest) =>
        Assert.Equal(latest is null ? null : Counting.At(latest), new ReturnLimits(Counting.Calculator).Of(channel, Counting.At(dispatched)));
}
