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
            $"共受理诉求 {digest.Total.Count} 件，较{digest.PreviousName}{Change(digest)}，其中负面 {negative} 件（{Share(negative, digest.Total.Count)}）。预警 {alerts.Opened} 起，按时签收 {alerts.InTime} 起，超时 {alerts.Overdue} 起；目前待签收 {digest.Waiting.Count} 起。{Lapsed(digest)}");
    }

    /// <summary>目前 3 个单位 7 起事项逾期 …; empty when there is nothing to say.</summary>
    public static string Lapsed(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var overdue = digest.Overdue.Count == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"目前 {digest.Overdue.Count} 个单位 {digest.Overdue.Sum(unit => unit.Count)} 起事项逾期。");
        var cards = digest.Cards;
        return cards is { Yellow: 0, Red: 0, Supervised: 0 }
            ? overdue
            : overdue + string.Create(CultureInfo.InvariantCulture, $"在办事项中亮黄牌 {cards.Yellow} 起、红牌 {cards.Red} 起，督办 {cards.Supervised} 起。");
    }

    /// <summary>济南12345热线·办结答复，限 11-20 23:59，逾期 3 天.</summary>
    public static string Lapsed(OverdueClock clock, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return $"{clock.Name}，限 {OverdueWords.Due(clock.DueAt, now)}，逾期 {OverdueWords.Length(clock.DueAt, now)}";
    }

    /// <summary>（红牌、督办）; empty when the matter has neither.</summary>
    public static string Marks(DigestOverdue matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        string[] marks = [.. new[] { matter.Card, matter.Supervised ? "督办" : null }.OfType<string>()];
        return marks.Length == 0 ? "" : $"（{string.Join('、', marks)}）";
    }

    /// <summary>12 人经 4 个渠道反映 15 件.</summary>
    public static string Spread(DigestEvent one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return string.Create(CultureInfo.InvariantCulture, $"{one.Voices} 人经 {one.Channels} 个渠道反映 {one.Records} 件");
    }

    /// <summary>预警 A12345678 办理中, or 未发预警.</summary>
    public static string AlertOf(DigestEvent one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.AlertId is null ? "未发预警" : $"预警 {one.AlertId}{(one.Alert is null ? "" : $" {one.Alert}")}";
    }

    /// <summary>What stands in the section of events when there are none.</summary>
    public const string NoEvents = "本期没有新发或升温的热点事件。";

    /// <summary>另有 3 起热点未列出; null when all are listed.</summary>
    public static string? UnlistedEvents(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest.MoreEvents > 0 ? string.Create(CultureInfo.InvariantCulture, $"另有 {digest.MoreEvents} 起热点未列出。") : null;
    }

    /// <summary>另有 3 起; null when all are listed.</summary>
    public static string? Unlisted(DigestOverdueUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Count > unit.Matters.Count ? string.Create(CultureInfo.InvariantCulture, $"另有 {unit.Count - unit.Matters.Count} 起未列出。") : null;
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
