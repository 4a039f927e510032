using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Grouping;

/// <summary>News as one line of plain text, for messages of many.</summary>
public sealed class NewsLine(IUnitNames units, ClockWords clocks)
{
    /// <summary>No line takes more bytes of UTF-8.</summary>
    public const int LongestBytes = 400;

    private const int LongestTitle = 40;
    private const int LongestName = 20;
    private const int MostClocks = 3;

    /// <summary>橙色预警 A12345678（新预警）洪楼广场 · 燃气泄漏，主办：区住建局，11-24 20:30 前签收.</summary>
    public string Of(Announcement news)
    {
        ArgumentNullException.ThrowIfNull(news);
        var alert = news.Alert;
        var deadline = alert.State is AlertState.Open or AlertState.Returned
            ? $"{ShanghaiTime.Of(alert.AcknowledgeBy):MM-dd HH:mm} 前签收"
            : AlertState.NameOf(alert.State);
        return $"{Head(alert, [news])}，{deadline}";
    }

    /// <summary>All the news of one alert: 红色预警 A12345678（逾期升级、催办）燃气泄漏，主办：区住建局；签收逾期 5 小时，发布权威信息逾期 1 小时.</summary>
    public string OfAlert(IReadOnlyList<Announcement> news)
    {
        ArgumentNullException.ThrowIfNull(news);
        var (alert, now) = (news[^1].Alert, news.Max(item => item.At));
        var late = alert.Deadlines
            .Where(deadline => deadline.DueAt <= now)
            .OrderBy(deadline => deadline.DueAt)
            .Take(MostClocks)
            .Select(deadline => $"{clocks.ActOf(deadline.Clock)}逾期 {DeadlineWords.Span(now - deadline.DueAt)}")
            .ToList();
        return late.Count > 0 ? $"{Head(alert, news)}；{string.Join('，', late)}"
            : alert.Deadlines.MinBy(deadline => deadline.DueAt) is { } next ? $"{Head(alert, news)}；{clocks.NameOf(next.Clock)} {DeadlineWords.Time(next.DueAt, now)}"
            : $"{Head(alert, news)}；{AlertState.NameOf(alert.State)}";
    }

    private string Head(Alert alert, IReadOnlyList<Announcement> news)
    {
        var labels = string.Join('、', news.Select(item => NewsKind.Of(item.Reason).Label).Distinct(StringComparer.Ordinal));
        return $"{AlertLevel.NameOf(alert.Level)}预警 {alert.Id}（{labels}）{PlainText.Line(alert.Title, LongestTitle)}，主办：{PlainText.Line(units.NameOf(alert.Unit), LongestName)}";
    }
}
