using System.Globalization;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>How long something is overdue, in Chinese.</summary>
public static class OverdueWords
{
    /// <summary>3 天, 5 小时 or 12 分钟: whole days of 24 hours, then hours, then minutes; at least 1 分钟.</summary>
    public static string Length(DateTimeOffset dueAt, DateTimeOffset now)
    {
        var over = now - dueAt;
        return over.TotalDays >= 1 ? Say((int)over.TotalDays, "天")
            : over.TotalHours >= 1 ? Say((int)over.TotalHours, "小时")
            : Say(Math.Max(1, (int)over.TotalMinutes), "分钟");
    }

    /// <summary>11-20 23:59, with the year when it is another one.</summary>
    public static string Due(DateTimeOffset dueAt, DateTimeOffset now) =>
        ShanghaiTime.Of(dueAt).ToString(ShanghaiTime.Of(dueAt).Year == ShanghaiTime.Of(now).Year ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>黄牌 or 红牌; null without one.</summary>
    public static string? Card(string? card) => card switch { "yellow" => "黄牌", "red" => "红牌", _ => null };

    private static string Say(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
