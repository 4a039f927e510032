using System.Globalization;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Console.Text;

/// <summary>How the pages write times: stored as UTC, shown as Asia/Shanghai.</summary>
public static class Show
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>The day of a time in Asia/Shanghai.</summary>
    public static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(Local(time).DateTime);

    /// <summary>11月24日 08:31; with the year when it is not that of <paramref name="now"/>.</summary>
    public static string Time(DateTimeOffset time, DateTimeOffset now)
    {
        var local = Local(time);
        return local.ToString(local.Year == Local(now).Year ? "M月d日 HH:mm" : "yyyy年M月d日 HH:mm", Chinese);
    }

    /// <summary>Only the clock: 08:31.</summary>
    public static string Clock(DateTimeOffset time) => Local(time).ToString("HH:mm", Chinese);

    /// <summary>2026年11月24日 星期二.</summary>
    public static string LongDay(DateOnly day) => day.ToString("yyyy年M月d日 dddd", Chinese);

    /// <summary>The machine form for a <c>time</c> element.</summary>
    public static string Machine(DateTimeOffset time) => Local(time).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The form of a date field: 2026-11-24.</summary>
    public static string Field(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>剩 12 分钟 or 超时 1 小时 5 分钟, against the deadline to acknowledge.</summary>
    public static string Left(Alert alert, DateTimeOffset now)
    {
        var left = alert.AcknowledgeBy - now;
        return left > TimeSpan.Zero ? $"剩 {Length(left)}" : $"超时 {Length(left.Negate())}";
    }

    /// <summary>True while nobody has taken the alert up.</summary>
    public static bool Waits(Alert alert) => alert.State is AlertState.Open or AlertState.Returned;

    /// <summary>True when an alert still waits after its deadline.</summary>
    public static bool IsOverdue(Alert alert, DateTimeOffset now) => Waits(alert) && alert.AcknowledgeBy <= now;

    /// <summary>93%.</summary>
    public static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);

    private static string Length(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "不足 1 分钟",
        { TotalHours: < 1 } => $"{span.Minutes} 分钟",
        { TotalDays: < 2 } => $"{(int)span.TotalHours} 小时 {span.Minutes} 分钟",
        _ => $"{(int)span.TotalDays} 天",
    };

    private static DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Shanghai);
}
