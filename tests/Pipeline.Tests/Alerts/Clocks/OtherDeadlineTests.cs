namespace SentimentWatch.Pipeline.Tests.Alerts.Clocks;

/// <summary>Every other clock, counted by hand; S and U mark a worked Saturday and Sunday.</summary>
public sealed class OtherDeadlineTests
{
    [Theory]
    [InlineData("petition-objection.objection", "2024-09-13", "2024-09-23")] // Fri: 09-14S | 中秋 09-15..17 | 09-18 09-19 09-20 09-23
    [InlineData("petition-objection.objection", "2025-12-30", "2026-01-07")] // Tue: 12-31 | 元旦 | 01-04U 01-05 01-06 01-07
    [InlineData("consultation.publish", "2024-04-24", "2024-05-10")] // Wed: 04-25 04-26 04-28U 04-29 04-30 | 劳动节 | 05-06 05-07 05-08 05-09 05-10
    [InlineData("consultation.publish", "2025-01-20", "2025-02-08")] // Mon: 01-21 01-22 01-23 01-24 01-26U 01-27 | 春节 | 02-05 02-06 02-07 02-08S
    [InlineData("consultation.publish", "2026-09-17", "2026-10-08")] // Thu: 09-18 09-20U 09-21 09-22 09-23 09-24 | 中秋 | 09-28 09-29 09-30 | 国庆 | 10-08
    public void Working_days(string step, string received, string due) => Assert.Equal(due + " 23:59:59", Counting.Due(step, received));

    [Theory]
    [InlineData("petition-accept.accept", "2024-02-20", "2024-03-06")] // 02-21 is day 1, 02-29 day 9, 03-06 day 15
    [InlineData("petition-accept.accept", "2025-12-20", "2026-01-04")] // 12-31 is day 11
    [InlineData("petition-accept.accept", "2026-02-06 17:40", "2026-02-21")] // in the midst of 春节: calendar days do not wait for a working day
    [InlineData("petition.conclude", "2024-01-01", "2024-03-01")] // 01-31 is day 30, 02-29 day 59
    [InlineData("petition.extension", "2024-01-01", "2024-03-31")] // 03-02 is day 1 of the extension
    [InlineData("petition.conclude", "2024-12-03", "2025-02-01")] // 12-31 is day 28, 01-31 day 59
    [InlineData("petition.conclude", "2026-01-31", "2026-04-01")] // 02-28 is day 28, 03-31 day 59
    [InlineData("petition.extension", "2026-01-31", "2026-05-01")] // 04-30 is day 29 of the extension
    [InlineData("petition-review.apply", "2024-09-01", "2024-10-01")] // 09-30 is day 29
    [InlineData("petition-review.decide", "2025-01-01", "2025-01-31")] // 01-02 is day 1
    [InlineData("petition.conclude", "2027-03-01", "2027-04-30")] // calendar days need no calendar: 03-31 is day 30
    public void Calendar_days_without_the_first(string step, string received, string due) => Assert.Equal(due + " 23:59:59", Counting.Due(step, received));

    [Theory]
    [InlineData("opinion-major.authoritative-information", "2026-02-16 22:30", "2026-02-17 03:30:00")]
    [InlineData("opinion-major.press-conference", "2026-02-16 22:30", "2026-02-17 22:30:00")]
    [InlineData("opinion.response", "2025-09-30 18:00", "2025-10-02 18:00:00")]
    [InlineData("opinion.response", "2024-02-28T20:00:00Z", "2024-03-02 04:00:00")] // 02-29 04:00 in Jinan
    [InlineData("dispatch.life-or-property", "2024-02-09 23:30", "2024-02-10 00:30:00")]
    [InlineData("dispatch.utilities", "2024-12-31 23:00", "2025-01-01 01:00:00")]
    [InlineData("dispatch.ordinary", "2026-10-01 08:15:30", "2026-10-02 08:15:30")]
    [InlineData("upward.national", "2025-10-01 21:00", "2025-10-02 01:00:00")]
    [InlineData("upward.province", "2025-10-01 21:00", "2025-10-01 23:00:00")]
    [InlineData("upward.province-special", "2025-10-01 21:00", "2025-10-01 22:00:00")]
    public void Hours_from_the_instant(string step, string received, string due) => Assert.Equal(due, Counting.Due(step, received));

    [Fact]
    public void A_clock_gives_all_its_steps_and_an_unknown_one_none()
    {
        Assert.Equal(["apply", "decide"], Counting.Calculator.Of("petition-review", Counting.At("2026-01-01")).Select(deadline => deadline.Step));
        Assert.Throws<ArgumentException>(() => Counting.Calculator.Of("petition-review.fly", Counting.At("2026-01-01")));
    }
}
