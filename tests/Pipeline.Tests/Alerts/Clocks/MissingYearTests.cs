using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Alerts.Clocks;

/// <summary>A year that the calendar lacks is an error that says what to add, never Monday to Friday.</summary>
public sealed class MissingYearTests
{
    [Theory]
    [InlineData("hotline", "2027-03-01")]
    [InlineData("hotline", "2026-12-25")] // 12-28 12-29 12-30 12-31, the fifth day lies in 2027
    [InlineData("hotline-return", "2026-12-30")]
    [InlineData("hotline-extension", "2026-12-17")]
    [InlineData("hotline-cards", "2026-12-24")] // the reply falls due on 12-31, its red card in 2027
    [InlineData("petition-objection", "2026-12-31")]
    [InlineData("consultation", "2026-12-18")]
    public void The_sentence_names_the_year_and_what_to_add(string clock, string received)
    {
        var fault = Assert.Throws<MissingYearException>(() => Counting.Calculator.Of(clock, Counting.At(received)));
        Assert.Equal(2027, fault.Year);
        Assert.StartsWith("District file calendar.json, year 2027: is missing", fault.Message, StringComparison.Ordinal);
        Assert.Contains("add the weekdays that are holidays and the weekend days that are worked", fault.Message, StringComparison.Ordinal);
        Assert.Contains("国务院办公厅关于2027年部分节假日安排的通知", fault.Message, StringComparison.Ordinal);
        Assert.Single(fault.Message.Split(". "));
    }

    [Fact]
    public void A_receipt_in_an_unknown_year_is_counted_when_no_day_of_it_is() =>
        Assert.Equal("2024-01-08 23:59:59", Counting.Due("hotline.reply", "2023-12-31")); // 元旦 01-01 | 01-02 01-03 01-04 01-05 01-08

    [Theory]
    [InlineData("hotline", "2026-12-25")]
    [InlineData("hotline-return", "2026-12-30")] // 12-31 is the only working day left
    [InlineData("consultation", "2026-12-18")] // 12-21..25 are five, 12-28..31 four
    public void The_first_day_that_cannot_be_counted_is_computed(string clock, string day) =>
        Assert.Equal(Counting.Day(day), Counting.Calculator.UncountableFrom(clock, Counting.Day("2026-11-24")));

    [Fact]
    public void Clocks_without_working_days_never_end() => Assert.Null(Counting.Calculator.UncountableFrom("petition", Counting.Day("2026-11-24")));
}
