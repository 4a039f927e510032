namespace SentimentWatch.Pipeline.Tests.Alerts.Clocks;

/// <summary>
/// The hotline's clocks around holidays and worked weekends. Expected days were counted by hand on the State Council's lists; the comment gives the
/// days counted, S and U mark a worked Saturday and Sunday.
/// </summary>
public sealed class HotlineDeadlineTests
{
    [Theory]
    [InlineData("2024-02-02", "2024-02-08")] // Fri: 02-04U 02-05 02-06 02-07 02-08
    [InlineData("2024-02-08", "2024-02-21")] // Thu: 02-09 | 春节 02-10..17 | 02-18U 02-19 02-20 02-21
    [InlineData("2024-02-10", "2024-02-22")] // first day of 春节: 02-18U 02-19 02-20 02-21 02-22
    [InlineData("2024-04-03", "2024-04-11")] // Wed: 清明 04-04..06 | 04-07U 04-08 04-09 04-10 04-11
    [InlineData("2024-04-26", "2024-05-07")] // Fri: 04-28U 04-29 04-30 | 劳动节 05-01..05 | 05-06 05-07
    [InlineData("2024-05-08", "2024-05-14")] // Wed: 05-09 05-10 05-11S 05-13 05-14
    [InlineData("2024-06-07", "2024-06-17")] // Fri: 端午 06-10 | 06-11 06-12 06-13 06-14 06-17
    [InlineData("2024-09-12", "2024-09-20")] // Thu: 09-13 09-14S | 中秋 09-15..17 | 09-18 09-19 09-20
    [InlineData("2024-09-27", "2024-10-10")] // Fri: 09-29U 09-30 | 国庆 10-01..07 | 10-08 10-09 10-10
    [InlineData("2024-09-30", "2024-10-12")] // Mon: 国庆 | 10-08 10-09 10-10 10-11 10-12S
    [InlineData("2024-12-27", "2025-01-06")] // Fri: 12-30 12-31 | 元旦 | 01-02 01-03 01-06
    [InlineData("2025-01-24", "2025-02-07")] // Fri: 01-26U 01-27 | 春节 01-28..02-04 | 02-05 02-06 02-07
    [InlineData("2025-01-27", "2025-02-10")] // Mon: 春节 | 02-05 02-06 02-07 02-08S 02-10
    [InlineData("2025-04-03", "2025-04-11")] // Thu: 清明 04-04..06 | 04-07 04-08 04-09 04-10 04-11
    [InlineData("2025-04-25", "2025-05-06")] // Fri: 04-27U 04-28 04-29 04-30 | 劳动节 05-01..05 | 05-06
    [InlineData("2025-05-29", "2025-06-06")] // Thu: 05-30 | 端午 05-31..06-02 | 06-03 06-04 06-05 06-06
    [InlineData("2025-09-26", "2025-10-10")] // Fri: 09-28U 09-29 09-30 | 国庆中秋 10-01..08 | 10-09 10-10
    [InlineData("2025-09-30", "2025-10-14")] // Tue: 国庆中秋 | 10-09 10-10 10-11S 10-13 10-14
    [InlineData("2025-12-29", "2026-01-06")] // Mon: 12-30 12-31 | 元旦 01-01..03 | 01-04U 01-05 01-06
    [InlineData("2026-02-12", "2026-02-26")] // Thu: 02-13 02-14S | 春节 02-15..23 | 02-24 02-25 02-26
    [InlineData("2026-02-14", "2026-02-28")] // worked Sat: 春节 | 02-24 02-25 02-26 02-27 02-28S
    [InlineData("2026-02-20 23:50", "2026-02-28")] // late on a holiday: 02-24 02-25 02-26 02-27 02-28S
    [InlineData("2026-04-03", "2026-04-13")] // Fri: 清明 04-04..06 | 04-07 04-08 04-09 04-10 04-13
    [InlineData("2026-04-30", "2026-05-11")] // Thu: 劳动节 05-01..05 | 05-06 05-07 05-08 05-09S 05-11
    [InlineData("2026-06-18", "2026-06-26")] // Thu: 端午 06-19..21 | 06-22 06-23 06-24 06-25 06-26
    [InlineData("2026-09-18", "2026-09-24")] // Fri: 09-20U 09-21 09-22 09-23 09-24
    [InlineData("2026-09-24", "2026-10-09")] // Thu: 中秋 09-25..27 | 09-28 09-29 09-30 | 国庆 10-01..07 | 10-08 10-09
    [InlineData("2026-09-28 23:59:59", "2026-10-10")] // Mon: 09-29 09-30 | 国庆 | 10-08 10-09 10-10S
    [InlineData("2026-10-09T16:30:00Z", "2026-10-16")] // in Jinan already Sat 10-10, worked: 10-12 10-13 10-14 10-15 10-16
    [InlineData("2026-12-24", "2026-12-31")] // Thu: 12-25 12-28 12-29 12-30 12-31, the last receipt that 2026 alone can answer for
    public void Reply_in_five_working_days(string received, string due) => Assert.Equal(due + " 23:59:59", Counting.Due("hotline.reply", received));

    [Theory]
    [InlineData("2024-10-11", "2024-10-14")] // Fri: 10-12S 10-14
    [InlineData("2025-01-27", "2025-02-06")] // Mon: 春节 | 02-05 02-06
    [InlineData("2026-09-30", "2026-10-09")] // Wed: 国庆 | 10-08 10-09
    public void Return_in_two_working_days(string received, string due) => Assert.Equal(due + " 23:59:59", Counting.Due("hotline-return.return", received));

    [Theory]
    [InlineData("2024-01-30", "2024-02-23")] // reply 01-31 02-01 02-02 02-04U 02-05; then 02-06 02-07 02-08 02-09 | 春节 | 02-18U 02-19 02-20 02-21 02-22 02-23
    [InlineData("2025-09-23", "2025-10-20")] // reply 09-24 09-25 09-26 09-28U 09-29; then 09-30 | 国庆 | 10-09 10-10 10-11S 10-13 10-14 10-15 10-16 10-17 10-20
    [InlineData("2026-02-03", "2026-03-02")] // reply 02-04 02-05 02-06 02-09 02-10; then 02-11 02-12 02-13 02-14S | 春节 | 02-24 02-25 02-26 02-27 02-28S 03-02
    public void Extension_of_ten_working_days_after_the_reply(string received, string due) =>
        Assert.Equal(due + " 23:59:59", Counting.Due("hotline-extension.extension", received));

    [Theory]
    [InlineData("2024-02-02", "2024-02-07", "2024-02-09")] // reply due Thu 02-08: the day before, the day after
    [InlineData("2024-09-27", "2024-10-09", "2024-10-11")] // reply due Thu 10-10
    [InlineData("2025-01-24", "2025-02-06", "2025-02-08")] // reply due Fri 02-07: red on the worked Saturday
    [InlineData("2025-04-25", "2025-04-30", "2025-05-07")] // reply due Tue 05-06: yellow before the holiday
    [InlineData("2026-02-06", "2026-02-12", "2026-02-14")] // reply 02-09 02-10 02-11 02-12 02-13 Fri: red on the worked Saturday
    [InlineData("2026-02-09", "2026-02-13", "2026-02-24")] // reply 02-10 02-11 02-12 02-13 02-14S: red after 春节
    [InlineData("2026-09-28", "2026-10-09", "2026-10-12")] // reply due worked Sat 10-10: red on Monday
    public void Cards_one_working_day_before_and_on_the_first_one_overdue(string received, string yellow, string red)
    {
        Assert.Equal(yellow + " 09:00:00", Counting.Due("hotline-cards.yellow-card", received));
        Assert.Equal(red + " 09:00:00", Counting.Due("hotline-cards.red-card", received));
    }

    [Fact]
    public void The_days_counted_are_told()
    {
        var deadline = Counting.Calculator.Of("hotline", Counting.At("2026-09-24T15:00")).Single();
        Assert.Equal(["2026-09-28", "2026-09-29", "2026-09-30", "2026-10-08", "2026-10-09"], deadline.CountedDays.Select(day => day.ToString("yyyy-MM-dd")));
        Assert.Equal(Counting.Day("2026-09-28"), deadline.StartsOn);
        Assert.Equal("hotline.reply", deadline.Key);
    }
}
