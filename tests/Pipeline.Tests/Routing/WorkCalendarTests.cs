using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>Working days honour 调休, and an unknown year is an error.</summary>
public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    [InlineData("2026-10-12", true)]
    [InlineData("2025-01-26", true)]
    [InlineData("2024-02-12", false)]
    public void Holidays_and_worked_weekends(string day, bool works) =>
        Assert.Equal(works, Licheng.District.Calendar.IsWorkingDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_year_that_is_missing_is_never_guessed() =>
        Assert.Contains("2099", Assert.Throws<MissingYearException>(() => Licheng.District.Calendar.IsWorkingDay(new DateOnly(2099, 1, 5))).Message, StringComparison.Ordinal);
}
