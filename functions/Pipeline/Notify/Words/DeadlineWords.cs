using System.Globalization;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Notify.Words;

/// <summary>Running deadlines in words; plain text.</summary>
public sealed class DeadlineWords(ClockWords clocks)
{
    /// <summary>One line a deadline, the earliest first: 公开回应时限 11-26 08:00（国办发〔2016〕61号）. Says what is overdue as of <paramref name="now"/>.</summary>
    public IReadOnlyList<string> Of(Alert alert, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return [.. Running(alert).Select(deadline => Line(deadline, now))];
    }

    /// <summary>The deadlines that run; an alert of before they were kept has its acknowledge deadline only.</summary>
    public static IReadOnlyList<AlertDeadline> Running(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.Deadlines.Count == 0 && alert.State is AlertState.Open or AlertState.Returned
            ? [new AlertDeadline(OpenClock.Acknowledge, alert.OpenedAt, alert.AcknowledgeBy, "acknowledged", [])]
            : [.. alert.Deadlines.OrderBy(deadline => deadline.DueAt)];
    }

    /// <summary>15:23 on the same day, else 11-26 08:00, else with the year (Asia/Shanghai).</summary>
    public static string Time(DateTimeOffset time, DateTimeOffset now)
    {
        var (there, here) = (ShanghaiTime.Of(time), ShanghaiTime.Of(now));
        var form = there.Date == here.Date ? "HH:mm" : there.Year == here.Year ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm";
        return there.ToString(form, CultureInfo.InvariantCulture);
    }

    /// <summary>20 分钟, 3 小时 5 分钟, 2 天 4 小时.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "不到 1 分钟",
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} 分钟"),
        { TotalDays: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} 小时{(span.Minutes == 0 ? "" : $" {span.Minutes} 分钟")}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} 天{(span.Hours == 0 ? "" : $" {span.Hours} 小时")}"),
    };

    private string Line(AlertDeadline deadline, DateTimeOffset now)
    {
        var source = clocks.SourceOf(deadline.Clock) is { } rule ? $"（{rule}）" : "";
        var late = deadline.DueAt <= now ? $"，已逾期 {Span(now - deadline.DueAt)}" : "";
        return $"{clocks.NameOf(deadline.Clock)} {Time(deadline.DueAt, now)}{source}{late}";
    }
}
