using System.Globalization;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Sentences that every form of a digest shares.</summary>
public static class DigestWords
{
    /// <summary>The digest in two sentences; made of counts alone.</summary>
    public static string Summary(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var negative = digest.Sentiments.FirstOrDefault(count => string.Equals(count.Code, "negative", StringComparison.Ordinal))?.Count ?? 0;
        var alerts = digest.AlertCounts;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"共受理诉求 {digest.Total.Count} 件，较{digest.PreviousName}{Change(digest)}，其中负面 {negative} 件（{Share(negative, digest.Total.Count)}）。预警 {alerts.Opened} 起，按时签收 {alerts.InTime} 起，超时 {alerts.Overdue} 起；目前待签收 {digest.Waiting.Count} 起。");
    }

    /// <summary>待签收，限 11-24 08:20 … or 已签收 11-24 08:05.</summary>
    public static string Acknowledgement(DigestAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.AcknowledgedAt is { } at
            ? $"{alert.State}，{DayText.Clock(at)} 签收{(alert.Overdue ? "（超时）" : "")}"
            : $"{alert.State}，限 {DayText.Clock(alert.AcknowledgeBy)} 前签收{(alert.Overdue ? "（已超时）" : "")}";
    }

    /// <summary>When it was made, and how its figures are to be read.</summary>
    public static string Footer(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return $"本期由系统于 {DayText.Clock(digest.MadeAt)} 自动生成。诉求按渠道接收日计；情绪、主题、紧急程度为模型判断，仅供研判参考。文中个人信息均已脱敏，举报内容不引用。";
    }

    /// <summary>42%; — when there is nothing to divide by.</summary>
    public static string Share(int part, int whole) =>
        whole == 0 ? "—" : Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + "%";

    private static string Change(Digest digest) => (digest.Total.Count - digest.Total.Previous) switch
    {
        0 => "持平",
        > 0 and var more => FormattableString.Invariant($"增加 {more} 件"),
        var fewer => FormattableString.Invariant($"减少 {-fewer} 件"),
    };
}
