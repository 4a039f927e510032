using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Text;

/// <summary>How a digest is called.</summary>
public static class DigestNames
{
    /// <summary>Form of addresses: <c>2026-11-23-day</c>.</summary>
    public static string Name(DigestKey digest) => $"{DayText.Iso(digest.Day)}-{digest.PeriodCode}";

    /// <summary>Form of headings.</summary>
    public static string Title(DigestKey digest) =>
        digest.Period == DigestPeriod.Week ? $"周报（截至{DayText.Words(digest.Day)}）" : $"{DayText.Words(digest.Day)}日报";
}
