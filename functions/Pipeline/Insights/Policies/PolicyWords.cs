using System.Globalization;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Sentences that every form of a policy report shares.</summary>
public static class PolicyWords
{
    /// <summary>42%（95% 区间 33%—51%，48/113 件）.</summary>
    public static string Of(Share share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return share.Whole == 0 ? "没有诉求" : $"{Percent(share.Value)}（95% 区间 {Percent(share.Low)}—{Percent(share.High)}，{Number(share.Part)}/{Number(share.Whole)} 件）";
    }

    /// <summary>上升 14 个百分点（95% 区间 +2 至 +26）.</summary>
    public static string Of(ShareChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return $"{(change.Value >= 0 ? "上升" : "下降")} {Points(Math.Abs(change.Value))} 个百分点（95% 区间 {Signed(change.Low)} 至 {Signed(change.High)}）";
    }

    /// <summary>42%.</summary>
    public static string Percent(double share) => Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) + "%";

    /// <summary>What stands first in a report: how people speak of it now, whether that changed, what they say, and the risk before.</summary>
    public static IReadOnlyList<string> Findings(PolicyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.IsPublished ? [Mood(report), Change(report), Most(report), Risk(report)] : [Risk(report), Most(report)];
    }

    /// <summary>How the report came to be, and how it is to be read.</summary>
    public static string Footer(PolicyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"本报告由系统于 {DayText.Words(Records.ShanghaiTime.DayOf(report.MadeAt))} 自动生成。按标题和正文中的关键词检索（{string.Join('、', report.Keywords.Keys)}），只检索到提及这些词的诉求，情绪为模型判断，供研判参考；占比区间用 Wilson 法，差值区间用 Newcombe 法；“激化”指紧急诉求、来自信访或监督热线的诉求、同一人再次反映的诉求。各渠道诉求人不是全体居民的随机样本，占比不等于民意比例。文中说法摘自已脱敏的诉求原文，未作改写，举报内容不引用。";
    }

    private static string Mood(PolicyReport report) => report.After.Total == 0
        ? $"公布以来（{Span(report.After)}）没有提及该政策的诉求。"
        : $"公布以来（{Span(report.After)}，{Number(report.After.Days)} 天）共 {Number(report.After.Total)} 件、{Number(report.After.Voices)} 人提及，负面占 {Of(report.After.Negative)}，正面占 {Percent(report.After.Positive.Value)}。";

    private static string Change(PolicyReport report) => report.NegativeChange is { } change
        ? $"与公布前 {Number(report.Before.Days)} 天（{Number(report.Before.Total)} 件，负面占 {Percent(report.Before.Negative.Value)}）相比，日均提及由 {PerDay(report.Before)} 件变为 {PerDay(report.After)} 件，负面占比{Of(change)}，{(change.IsClear ? "变化明显。" : "区间含 0，不能认为有变化。")}"
        : $"公布前 {Number(report.Before.Days)} 天 {Number(report.Before.Total)} 件、公布后 {Number(report.After.Total)} 件，有一段不足 {Number(report.MinimumSample)} 件，样本太小，只列数量，不比较占比。";

    private static string Most(PolicyReport report) => report.Concerns.Count == 0
        ? "没有两件以上诉求共同的说法。"
        : $"说得最多的是{string.Join('、', report.Concerns.Take(3).Select(concern => $"“{concern.Text}”（{Number(concern.Records)} 件）"))}。";

    private static string Risk(PolicyReport report) => $"{(report.IsPublished ? "公布前" : "目前")}舆情风险为“{report.Risk.LevelName}”：{report.Risk.Why}";

    private static string Span(PolicyMood mood) => $"{DayText.Words(mood.From)}至{DayText.Words(mood.To)}";

    private static string PerDay(PolicyMood mood) => ((double)mood.Total / Math.Max(1, mood.Days)).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Points(double share) => Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);

    private static string Signed(double share) => Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("+0;−0;0", CultureInfo.InvariantCulture);
}
