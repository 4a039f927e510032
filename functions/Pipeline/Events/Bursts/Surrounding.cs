using System.Globalization;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Judges the fullest week of a matter beside what its topic has in its area at other times.</summary>
internal sealed class Surrounding(TopicTally tally, DistrictView view, EventRules rules)
{
    private const int Week = 7;
    private const double Far = 3;
    private const double High = 1.3;

    private readonly Baseline _baseline = new(tally, view, rules);

    /// <summary>What the heat is multiplied with, and half a Chinese sentence that gives the numbers.</summary>
    public (double Factor, string Why) Of(IReadOnlyList<EventFacts> week)
    {
        var topic = week.GroupBy(r => r.Topic).OrderByDescending(g => g.Count()).ThenBy(g => tally.TopicOf(g.Key), StringComparer.Ordinal).First().Key;
        var most = week.GroupBy(r => r.Area).OrderByDescending(g => g.Count()).ThenBy(g => tally.AreaOf(g.Key), StringComparer.Ordinal).First();
        var area = most.Count() * 2 >= week.Count && tally.AreaOf(most.Key).Length > 0 ? most.Key : TopicTally.All;
        var last = Records.ShanghaiTime.DayOf(new DateTimeOffset(week[^1].At, TimeSpan.Zero));
        var first = last.AddDays(1 - Week);
        var name = NameOf(view, tally.TopicOf(topic), tally.AreaOf(area));
        if (_baseline.Of(topic, area, first, Week) is not { } usual)
        {
            return (1, string.Create(CultureInfo.InvariantCulture, $"{name} 记录不足 {rules.BaselineLeastWeeks} 周，暂无常年数据"));
        }

        var seen = tally.Series(topic, area).Sum(first.DayNumber, Week);
        var surprise = usual.SurpriseAt(seen);
        return (FactorOf(surprise, rules), string.Create(CultureInfo.InvariantCulture, $"{name} {Usual(usual)}每周 {Told(usual.Mean)} 件，这 7 天 {seen} 件，{Verdict(surprise)}"));
    }

    /// <summary>What an area's topic is called.</summary>
    public static string NameOf(DistrictView view, string topic, string area) => $"{view.AreaName(area)}·{view.TopicName(topic)}";

    /// <summary>What it rests on.</summary>
    public static string Usual(Expectation usual) => usual.IsSeasonal ? "常年同期" : string.Create(CultureInfo.InvariantCulture, $"近 {usual.Weeks} 周平均");

    /// <summary>A count that may be small.</summary>
    public static string Told(double mean) => mean >= 10 ? mean.ToString("0", CultureInfo.InvariantCulture) : mean < 0.1 ? "不足 0.1" : mean.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>From <see cref="EventRules.CalmHeat"/> without surprise to <see cref="EventRules.PeakHeat"/> at <see cref="EventRules.FullSurprise"/>.</summary>
    public static double FactorOf(double surprise, EventRules rules) =>
        rules.CalmHeat + ((rules.PeakHeat - rules.CalmHeat) * Math.Min(1, surprise / rules.FullSurprise));

    private static string Verdict(double surprise) => surprise >= Far ? "远高于平常" : surprise >= High ? "高于平常" : "与平常相当";
}
