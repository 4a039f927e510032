using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Benchmarks.Cards;

/// <summary>An invented daily digest.</summary>
internal static class SampleDigest
{
    private static readonly int[] Counts = [1086, 132, 241, 97, 43, 28];

    /// <summary>One day.</summary>
    public static Digest Day { get; } = new("济南市历城区", DigestPeriod.Day, new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 24), SampleAlerts.Now.AddHours(9))
    {
        Total = new DigestCount("total", "诉求总量", 1627, 1544),
        Channels = [.. Channels.All.Select((code, n) => new DigestCount(code, Channels.NameOf(code), Counts[n], Counts[n] - 9 + (n * 4)))],
        Sentiments = [new("negative", "负面", 892, 861), new("neutral", "中性", 655, 610), new("positive", "正面", 80, 73)],
        Units = [new("jnrl", "济南热力集团历城分公司", 312, 204), new("csgl", "区城市管理局", 188, 196), new("zjj", "区住房城乡建设局", 141, 141)],
        Alerts = [Of(SampleAlerts.Gas, "济南港华燃气历城营业所", SampleAlerts.Now.AddMinutes(6)), Of(SampleAlerts.Road, "区市政工程服务中心", null)],
        Waiting = [Of(SampleAlerts.Road, "区市政工程服务中心", null)],
        AlertCounts = new AlertCounts(2, 1, 0, 1),
        Events =
        [
            new("E20261119-3f6a81c2", "yellow", "银河小区电梯频繁停在两层之间，老人被困四十分钟", "升温", 15, 12, 4, "区市场监管局", SampleAlerts.Now.AddMinutes(-22), "A60713825", "办理中", "https://watch.example.org/console/events/E20261119-3f6a81c2"),
            new("E20261124-90b14e7d", "blue", "洪家楼广场夜间音响扰民", "新发", 4, 3, 2, "区城市管理局", SampleAlerts.Now.AddHours(-5), null, null, "https://watch.example.org/console/events/E20261124-90b14e7d"),
        ],
        Matters = [new DigestMatter("城乡建设", "山大路街道办事处", 42, 17, 39, "从周三晚上开始三栋楼暖气全是凉的")],
    };

    private static DigestAlert Of(Alert alert, string unit, DateTimeOffset? acknowledged) => new(
        alert.Id, alert.Level, alert.Title, unit, acknowledged is null ? "待签收" : "已签收", alert.OpenedAt, alert.AcknowledgeBy, acknowledged, Overdue: false, alert.RecordCount, alert.Excerpt[..20]);
}
