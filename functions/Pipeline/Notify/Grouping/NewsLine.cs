using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Grouping;

/// <summary>A piece of news as one line of plain text, for messages of many.</summary>
public sealed class NewsLine(IUnitNames units)
{
    /// <summary>No line takes more bytes of UTF-8.</summary>
    public const int LongestBytes = 400;

    private const int LongestTitle = 40;
    private const int LongestName = 20;

    /// <summary>橙色预警 A12345678（新预警）洪楼广场 · 燃气泄漏，主办：区住建局，11-24 20:30 前签收.</summary>
    public string Of(Announcement news)
    {
        ArgumentNullException.ThrowIfNull(news);
        var alert = news.Alert;
        var deadline = alert.State is AlertState.Open or AlertState.Returned
            ? $"{ShanghaiTime.Of(alert.AcknowledgeBy):MM-dd HH:mm} 前签收"
            : AlertState.NameOf(alert.State);
        return $"{AlertLevel.NameOf(alert.Level)}预警 {alert.Id}（{NewsKind.Of(news.Reason).Label}）{PlainText.Line(alert.Title, LongestTitle)}，主办：{PlainText.Line(units.NameOf(alert.Unit), LongestName)}，{deadline}";
    }
}
