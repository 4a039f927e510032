using System.Globalization;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>How much opinion a policy is likely to stir, judged before its publication by similar past matters (seed, row 24).</summary>
/// <param name="Level">red 高, orange 较高, yellow 一般 or blue 低.</param>
/// <param name="From">First day looked at.</param>
/// <param name="To">Last day, the eve of publication.</param>
/// <param name="Records">Records of similar matters.</param>
/// <param name="PerWeek">Of them in a week.</param>
/// <param name="Negative">Share of negative ones.</param>
/// <param name="Escalated">Records that were urgent, came by 信访 or the supervision line, or from a voice that had spoken of it before.</param>
/// <param name="Why">One sentence.</param>
public sealed record PolicyRisk(string Level, DateOnly From, DateOnly To, int Records, double PerWeek, Share Negative, int Escalated, string Why)
{
    /// <summary>高, 较高, 一般 or 低.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string LevelName => NameOf(Level);

    /// <summary>Chinese name of a level.</summary>
    public static string NameOf(string level) => level switch { "red" => "高", "orange" => "较高", "yellow" => "一般", _ => "低" };
}

/// <summary>Judges by the numbers of <c>rules.json</c>, section <c>policies</c>: a level holds when enough of its three limits are reached.</summary>
internal static class PolicyRiskJudge
{
    public static PolicyRisk Judge(IReadOnlyList<PolicyRecord> alike, DateOnly from, DateOnly to, PolicyRules rules)
    {
        var negative = Share.Of(alike.Count(record => record.IsNegative), alike.Count);
        var perWeek = Math.Round(alike.Count * 7.0 / Math.Max(1, to.DayNumber - from.DayNumber + 1), 1);
        var escalated = Escalated(alike);
        foreach (var (level, limits) in rules.RiskLevels)
        {
            // The lower end of the interval: a handful of complaints is not yet a mood.
            string[] reached =
            [
                .. new[]
                {
                    perWeek >= limits.PerWeek ? string.Create(CultureInfo.InvariantCulture, $"周均 {perWeek:0.#} 件（界限 {limits.PerWeek:0.#}）") : null,
                    negative.Whole > 0 && negative.Low >= limits.NegativeShare ? string.Create(CultureInfo.InvariantCulture, $"负面占比至少 {negative.Low:0%}（界限 {limits.NegativeShare:0%}）") : null,
                    escalated >= limits.Escalated ? string.Create(CultureInfo.InvariantCulture, $"激化 {escalated} 件（界限 {limits.Escalated}）") : null,
                }.OfType<string>(),
            ];
            if (reached.Length >= rules.SignalsNeeded)
            {
                return Result(level, $"{string.Join('，', reached)}，{reached.Length} 项达到“{PolicyRisk.NameOf(level)}”的界限。");
            }
        }

        return Result("blue", alike.Count == 0 ? "没有同类诉求可以参照。" : "三项指标达到“一般”界限的不足 " + rules.SignalsNeeded.ToString(CultureInfo.InvariantCulture) + " 项。");

        PolicyRisk Result(string level, string because) => new(
            level,
            from,
            to,
            alike.Count,
            perWeek,
            negative,
            escalated,
            alike.Count == 0
                ? $"{DayText.Words(from)}至{DayText.Words(to)}{because}"
                : string.Create(CultureInfo.InvariantCulture, $"{DayText.Words(from)}至{DayText.Words(to)}，同类诉求 {alike.Count} 件，周均 {perWeek:0.#} 件，负面占 {negative.Value:0%}，激化 {escalated} 件；") + because);
    }

    private static int Escalated(IEnumerable<PolicyRecord> records)
    {
        var voices = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var record in records)
        {
            var again = record.Voice is { } voice && !voices.Add(voice);
            count += again || record.Urgency != "routine" || record.Channel is Channels.Petition or Channels.Supervision ? 1 : 0;
        }

        return count;
    }
}
