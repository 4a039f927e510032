using System.Globalization;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>How days and times are written, all of them Asia/Shanghai.</summary>
public static class DayText
{
    /// <summary><c>yyyyMMdd</c>, the form of keys.</summary>
    public static string Key(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>2026年11月23日</c>.</summary>
    public static string Words(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary><c>11-23 08:05</c>.</summary>
    public static string Clock(DateTimeOffset instant) => ShanghaiTime.Of(instant).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>2026-11-23T08:05:00+08:00</c>.</summary>
    public static string Stamp(DateTimeOffset instant) => ShanghaiTime.Of(instant).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
