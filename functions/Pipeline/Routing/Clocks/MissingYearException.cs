using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>A working day was asked for in a year that <c>calendar.json</c> lacks; the message says what to add.</summary>
public sealed class MissingYearException(int year) : DistrictException(
    "calendar.json",
    $"year {year}",
    $"is missing, so its working days cannot be counted; add the weekdays that are holidays and the weekend days that are worked, as the State Council announces them for {year} (国务院办公厅关于{year}年部分节假日安排的通知)")
{
    /// <summary>The year that is missing.</summary>
    public int Year { get; } = year;
}
