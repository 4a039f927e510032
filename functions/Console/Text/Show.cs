using System.Globalization;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Console.Text;

/// <summary>How the pages write times and shares: stored as UTC, shown as Asia/Shanghai.</summary>
public static class Show
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>11月24日 08:31; with the year when it is not that of <paramref name="now"/>.</summary>
    public static string Time(DateTimeOffset time, DateTimeOffset now)
    {
        var local = ShanghaiTime.Of(time);
        return local.ToString(local.Year == ShanghaiTime.Of(now).Year ? "M月d日 HH:mm" : "yyyy年M月d日 HH:mm", Chinese);
    }

    /// <summary>Only the clock: 08:31.</summary>
    public static string Clock(DateTimeOffset time) => ShanghaiTime.Of(time).ToString("HH:mm", Chinese);

    /// <summary>2026年11月24日 星期二.</summary>
    public static string LongDay(DateOnly day) => day.ToString("yyyy年M月d日 dddd", Chinese);

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
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0}%");

    private static string Length(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "不足 1 分钟",
        { TotalHours: < 1 } => $"{span.Minutes} 分钟",
        { TotalDays: < 2 } => $"{(int)span.TotalHours} 小时 {span.Minutes} 分钟",
        _ => $"{(int)span.TotalDays} 天",
    };
}
