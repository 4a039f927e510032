using System.Globalization;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Text;

/// <summary>How a digest is called.</summary>
public static class DigestNames
{
    /// <summary>Form of addresses: <c>2026-11-23-day</c>.</summary>
    public static string Name(DigestKey digest) => $"{DayText.Iso(digest.Day)}-{digest.PeriodCode}";

    /// <summary>The digest that <paramref name="name"/> means; null when it means none.</summary>
    public static DigestKey? Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var period = name.EndsWith("-week", StringComparison.Ordinal) ? DigestPeriod.Week : DigestPeriod.Day;
        var end = name.LastIndexOf('-');
        return end > 0
            && DateOnly.TryParseExact(name[..end], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && new DigestKey(period, day) is var digest
            && Name(digest) == name
                ? digest
                : null;
    }

    /// <summary>Form of headings.</summary>
    public static string Title(DigestKey digest) =>
        digest.Period == DigestPeriod.Week ? $"周报（截至{DayText.Words(digest.Day)}）" : $"{DayText.Words(digest.Day)}日报";
}
