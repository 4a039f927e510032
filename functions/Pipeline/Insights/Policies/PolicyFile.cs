using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>The records that speak of a policy or of the matters that it settles, and how everybody else speaks.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Said">Records with one of its keywords, oldest day first.</param>
/// <param name="Alike">Records before publication with one of its keywords or matter words, oldest day first.</param>
/// <param name="Words">How many records were found by each keyword.</param>
/// <param name="Background">Gram counts of other records of the same days.</param>
internal sealed record PolicyFile(Policy Policy, IReadOnlyList<PolicyRecord> Said, IReadOnlyList<PolicyRecord> Alike, Counts Words, GramCounts Background);

/// <summary>Days that a policy is looked at.</summary>
/// <param name="RiskFrom">First day of the risk before publication.</param>
/// <param name="BeforeFrom">First day of the time before.</param>
/// <param name="Published">First day of the time after.</param>
/// <param name="To">Last day, included.</param>
internal sealed record PolicySpan(DateOnly RiskFrom, DateOnly BeforeFrom, DateOnly Published, DateOnly To)
{
    public DateOnly From => RiskFrom < BeforeFrom ? RiskFrom : BeforeFrom;

    /// <summary>The days before and after publication by the rules; nothing lies after <paramref name="today"/>.</summary>
    public static PolicySpan Of(Policy policy, PolicyRules rules, DateOnly today)
    {
        // A policy that is still to come is measured against today: that is when its risk is asked for.
        var anchor = policy.PublishedOn > today ? today.AddDays(1) : policy.PublishedOn;
        var end = anchor.AddDays(rules.WindowDays - 1);
        return new PolicySpan(anchor.AddDays(-rules.RiskDays), anchor.AddDays(-rules.WindowDays), anchor, end < today ? end : today);
    }
}
