using System.Globalization;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>How cards put an alert into words; everything it returns is escaped.</summary>
internal static class AlertWords
{
    private const int LongestTitle = 80;
    private const int LongestName = 40;
    private const int MostNames = 8;

    /// <summary>【红色预警·新预警】洪楼广场 · 燃气泄漏.</summary>
    public static string Heading(Announcement news) =>
        $"【{AlertLevel.NameOf(news.Alert.Level)}预警·{KindOf(news.Reason)}】{CardWriter.Show(news.Alert.Title, LongestTitle)}{Doubt(news.Alert)}";

    /// <summary>（请先核实） where the level rests on doubtful emergencies.</summary>
    public static string Doubt(Alert alert) => alert.Doubtful ? "（请先核实）" : "";

    /// <summary>Container style of a level.</summary>
    public static string StyleOf(string level) => level switch
    {
        AlertLevel.Red => "attention",
        AlertLevel.Orange => "warning",
        AlertLevel.Yellow => "accent",
        _ => "emphasis",
    };

    /// <summary>True while the alert waits for a 签收.</summary>
    public static bool Waits(Alert alert) => alert.State is AlertState.Open or AlertState.Returned;

    /// <summary>Until when to acknowledge, or what has become of it.</summary>
    public static string Deadline(Alert alert) => Waits(alert)
        ? string.Create(CultureInfo.InvariantCulture, $"{ShanghaiTime.Of(alert.AcknowledgeBy):yyyy-MM-dd HH:mm} 前签收")
        : AlertState.NameOf(alert.State);

    /// <summary>Name of a unit.</summary>
    public static string Unit(IUnitNames units, string code) => CardWriter.Show(units.NameOf(code), LongestName);

    /// <summary>Names of some codes; of many only the first, and how many there are.</summary>
    public static string Names(IReadOnlyList<string> codes, Func<string, string> name)
    {
        var shown = string.Join('、', codes.Take(MostNames).Select(code => CardWriter.Show(name(code), LongestName)));
        return codes.Count <= MostNames ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown} 等 {codes.Count} 个");
    }

    private static string KindOf(string reason) => reason switch
    {
        AnnouncementReason.Opened => "新预警",
        _ when reason.StartsWith(AnnouncementReason.RaisedPrefix, StringComparison.Ordinal) => "级别上调",
        _ when reason.StartsWith(AnnouncementReason.ReopenedPrefix, StringComparison.Ordinal) => "办结后再次反映",
        _ when reason.StartsWith(AnnouncementReason.ReassignedPrefix, StringComparison.Ordinal) => "改派",
        _ when reason.StartsWith(AnnouncementReason.ReturnedPrefix, StringComparison.Ordinal) => "被退回，待改派",
        _ => "通知",
    };
}
