using System.Globalization;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Makes the yearly sheet from the files of the policies and their reports.</summary>
internal static class PolicySheetMaker
{
    private const int Concerns = 4;

    public static PolicySheet Make(District district, int year, DateTimeOffset now, IEnumerable<(PolicyFile File, PolicyReport Report)> policies)
    {
        var today = ShanghaiTime.DayOf(now);
        var (from, to) = DaysOf(year, today);
        return new PolicySheet(district.Name, year, to, now,
        [
            .. policies
                .GroupBy(one => one.File.Policy.Unit, StringComparer.Ordinal)
                .Select(unit => new PolicySheetUnit(
                    unit.Key,
                    district.Roster.NameOf(unit.Key),
                    [.. unit.OrderBy(one => one.File.Policy.PublishedOn).ThenBy(one => one.File.Policy.Code, StringComparer.Ordinal).Select(one => Line(one.File, one.Report, from, to))]))
                .OrderBy(unit => unit.Unit, StringComparer.Ordinal),
        ]);
    }

    /// <summary>First and last day of a year, none after today.</summary>
    public static (DateOnly From, DateOnly To) DaysOf(int year, DateOnly today) =>
        (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31) is var last && last < today ? last : today);

    private static PolicySheetLine Line(PolicyFile file, PolicyReport report, DateOnly from, DateOnly to)
    {
        var policy = file.Policy;
        var said = file.Said.Where(record => record.Day >= from && record.Day <= to).ToList();
        var mood = PolicyMood.Of(said, from, to);
        var asked = said.Where(record => record.Satisfied is not null).ToList();
        return new PolicySheetLine(
            policy.Code,
            policy.Name,
            policy.PublishedOn,
            policy.EffectiveOn,
            mood,
            report,
            ConcernPhrases.Pick(said, [policy.Name, .. policy.Keywords], file.Background, Concerns),
            asked.Count,
            asked.Count(record => record.Satisfied is true),
            Result(mood, report));
    }

    private static string Result(PolicyMood mood, PolicyReport report)
    {
        if (mood.Total < report.MinimumSample)
        {
            return string.Create(CultureInfo.InvariantCulture, $"全年提及 {mood.Total} 件，不足 {report.MinimumSample} 件，不作评价。");
        }

        var tone = mood.Negative.Low > 0.5 ? "反映以负面为主" : mood.Negative.High < 0.5 ? "负面反映不占多数" : "负面反映约占一半";
        var change = report.NegativeChange switch
        {
            { IsClear: true, Value: > 0 } => "公布后负面占比明显上升",
            { IsClear: true } => "公布后负面占比明显下降",
            not null => "公布前后负面占比没有明显变化",
            null => "公布前后样本不足，未作比较",
        };
        return $"{tone}；{change}。";
    }
}
