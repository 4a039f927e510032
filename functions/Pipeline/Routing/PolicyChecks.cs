using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>Checks <c>policies.json</c> and the section <c>policies</c> of <c>rules.json</c>.</summary>
internal static class PolicyChecks
{
    private const int ShortestWord = 2, LongestWord = 40, MostWords = 30;

    public static void Check(IReadOnlyList<Policy> policies, IReadOnlyDictionary<string, Unit> units)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var policy in policies)
        {
            Require(
                policy.Code.Length is > 0 and <= 60 && policy.Code.Any(char.IsAsciiLetterLower) && policy.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'),
                $"'{policy.Code}' ({policy.Name})", "needs a code of lower-case letters, digits and hyphens with at least one letter");
            Require(codes.Add(policy.Code), policy.Code, "is the code of two policies");
            Require(policy.Name.Trim().Length > 3, policy.Code, "has no name");
            Require(units.ContainsKey(policy.Unit), policy.Code, $"names the unit '{policy.Unit}', which units.json lacks");
            Require(policy.PublishedOn.Year is >= 2000 and < 2100, policy.Code, $"was published on {policy.PublishedOn:yyyy-MM-dd}, which is no day of this century");
            Require(policy.EffectiveOn >= policy.PublishedOn, policy.Code, "is in force before it was published");
            Require(policy.Keywords.Count > 0, policy.Code, "has no keyword; give the words by which residents speak of it");
            foreach (var word in policy.Keywords.Concat(policy.Matters))
            {
                Require(
                    word.Length <= LongestWord && word.Split('…') is { Length: 1 or 2 } parts && parts.All(part => part.Trim().Length >= ShortestWord),
                    policy.Code, $"has the word '{word}', which is broken or shorter than {ShortestWord} characters and would find everything");
            }

            Require(policy.Keywords.Count <= MostWords && policy.Matters.Count <= MostWords, policy.Code, $"has more than {MostWords} words in one list");
            Require(policy.Keywords.Concat(policy.Matters).Distinct(StringComparer.Ordinal).Count() == policy.Keywords.Count + policy.Matters.Count, policy.Code, "has a word twice");
        }
    }

    public static void Check(PolicyRules rules)
    {
        RequireRule(rules.WindowDays is >= 7 and <= 180, "windowDays", "must be 7 to 180");
        RequireRule(rules.RiskDays is >= 7 and <= 366, "riskDays", "must be 7 to 366");
        RequireRule(rules.MinimumSample > 0, "minimumSample", "must be 1 or more");
        RequireRule(rules.SignalsNeeded is >= 1 and <= 3, "signalsNeeded", "must be 1 to 3");
        RiskLimits? graver = null;
        foreach (var (level, limits) in rules.RiskLevels)
        {
            RequireRule(limits.PerWeek > 0 && limits.NegativeShare is > 0 and <= 1 && limits.Escalated > 0, $"risk.{level}", "has a limit out of its range");
            RequireRule(
                graver is null || (limits.PerWeek <= graver.PerWeek && limits.NegativeShare <= graver.NegativeShare && limits.Escalated <= graver.Escalated),
                $"risk.{level}", "has a limit above that of a graver level");
            graver = limits;
        }
    }

    private static void Require(bool holds, string where, string fault)
    {
        if (!holds)
        {
            throw new DistrictException("policies.json", where, fault);
        }
    }

    private static void RequireRule(bool holds, string where, string fault)
    {
        if (!holds)
        {
            throw new DistrictException("rules.json", $"policies.{where}", fault);
        }
    }
}
