using SentimentWatch.Models;

namespace SentimentWatch.Pipeline.Scoring;

/// <summary>The urgency that the source system wrote (一般/紧急/特急).</summary>
public static class SourceUrgencies
{
    private const string Highest = "特急";

    /// <summary>True for 特急, which only an operator who has spoken with the caller gives.</summary>
    public static bool IsHighest(string? sourceUrgency) => sourceUrgency is not null && sourceUrgency.Contains(Highest, StringComparison.Ordinal);

    /// <summary>One level up: routine becomes urgent, urgent becomes an emergency. The probability stays the model's own.</summary>
    public static UrgencyJudgement Lift(UrgencyJudgement urgency)
    {
        ArgumentNullException.ThrowIfNull(urgency);
        return urgency with
        {
            Level = string.Equals(urgency.Level, "routine", StringComparison.Ordinal) ? "urgent" : "emergency",
            Kind = urgency.Kind ?? "other",
            Why = [Highest, .. urgency.Why],
        };
    }
}
