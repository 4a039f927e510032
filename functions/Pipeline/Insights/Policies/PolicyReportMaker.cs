using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Makes the report of a policy from its records. Pure but for the clock it is given.</summary>
internal sealed class PolicyReportMaker(District district, DeadlineCalculator calculator, DateTimeOffset now)
{
    private const string Consultation = "consultation.publish";
    private const int MaxConcerns = 8;
    private const int MaxLines = 8;

    private readonly PolicyRules _rules = district.Rules.Policies;

    public PolicyReport Make(PolicyFile file, PolicySpan span)
    {
        var policy = file.Policy;
        var published = policy.PublishedOn <= ShanghaiTime.DayOf(now);
        var eve = span.Published.AddDays(-1);
        var before = PolicyMood.Of(file.Said, span.BeforeFrom, eve);
        var after = PolicyMood.Of(file.Said, span.Published, span.To);
        var enough = Math.Min(before.Total, after.Total) >= _rules.MinimumSample;
        var inside = file.Said.Where(record => record.Day >= span.BeforeFrom && record.Day <= span.To).ToList();
        var told = published ? inside.Where(record => record.Day >= span.Published).ToList() : file.Alike.Where(record => record.Day >= span.RiskFrom).ToList();
        var report = new PolicyReport(policy.Code, policy.Name, policy.Unit, district.Roster.NameOf(policy.Unit), policy.PublishedOn, policy.EffectiveOn, now)
        {
            District = district.Name,
            Keywords = policy.Keywords.ToDictionary(word => word, word => file.Words[word], StringComparer.Ordinal),
            Matters = policy.Matters,
            IsPublished = published,
            Risk = PolicyRiskJudge.Judge([.. file.Alike.Where(record => record.Day >= span.RiskFrom && record.Day <= eve)], span.RiskFrom, eve, _rules),
            Before = before,
            After = after,
            NegativeChange = enough ? ShareChange.Of(before.Negative, after.Negative) : null,
            PositiveChange = enough ? ShareChange.Of(before.Positive, after.Positive) : null,
            MinimumSample = _rules.MinimumSample,
            Days = DaysOf(inside, span.BeforeFrom, span.To),
            Channels = [.. Channels.All.Select(code => Count(inside, span, record => record.Channel, code, Channels.NameOf(code)))],
            Topics = Ranked(inside, span, record => record.Topic, code => code == "other" ? "其他" : code),
            Functions = Ranked(inside, span, record => record.Function, FunctionName),
            Concerns = ConcernPhrases.Pick(told, [policy.Name, .. published ? policy.Keywords : policy.Keywords.Concat(policy.Matters)], file.Background, MaxConcerns),
            ConsultationDueAt = ConsultationDue(policy.PublishedOn),
        };
        return report with { Findings = PolicyWords.Findings(report) };
    }

    /// <summary>Chinese name of a function; the code itself when it is unknown.</summary>
    private string FunctionName(string code) => district.Topics.Functions.FirstOrDefault(function => function.Code == code)?.Name ?? code;

    private DateTimeOffset? ConsultationDue(DateOnly published)
    {
        try
        {
            return calculator.Find(Consultation) is null ? null : calculator.Of(Consultation, ShanghaiTime.StartOf(published))[0].DueAt;
        }
        catch (MissingYearException)
        {
            // The report says so; doctor tells what to add.
            return null;
        }
    }

    private static IReadOnlyList<PolicyDay> DaysOf(IReadOnlyList<PolicyRecord> records, DateOnly from, DateOnly to)
    {
        var byDay = records.ToLookup(record => record.Day);
        return [.. Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(from.AddDays)
            .Select(day => new PolicyDay(
                day, byDay[day].Count(), byDay[day].Count(record => record.IsNegative), byDay[day].CountBy(record => record.Channel).ToDictionary(StringComparer.Ordinal)))];
    }

    private static List<PolicyCount> Ranked(IReadOnlyList<PolicyRecord> records, PolicySpan span, Func<PolicyRecord, string> part, Func<string, string> name) =>
    [
        .. records.Select(part).Distinct(StringComparer.Ordinal)
            .Select(code => Count(records, span, part, code, name(code)))
            .OrderByDescending(count => count.After).ThenByDescending(count => count.Before).ThenBy(count => count.Code, StringComparer.Ordinal)
            .Take(MaxLines),
    ];

    private static PolicyCount Count(IEnumerable<PolicyRecord> records, PolicySpan span, Func<PolicyRecord, string> part, string code, string name)
    {
        var mine = records.Where(record => part(record) == code).ToLookup(record => record.Day >= span.Published);
        return new PolicyCount(code, name, mine[false].Count(), mine[true].Count(), mine[true].Count(record => record.IsNegative));
    }
}
