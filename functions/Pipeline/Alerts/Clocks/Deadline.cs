using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts.Clocks;

/// <summary>A deadline counted for one receipt.</summary>
/// <param name="Clock">Code of the clock.</param>
/// <param name="Rule">The rule it was counted by, with its text and source.</param>
/// <param name="StartAt">Receipt, or the deadline that it is counted from.</param>
/// <param name="StartsOn">First day counted (Asia/Shanghai); of hours the day of the start.</param>
/// <param name="DueAt">Last second in which it is kept, Asia/Shanghai; of a card when it is shown.</param>
/// <param name="CountedDays">Every working day counted, in the order of counting; empty where no working days are counted.</param>
public sealed record Deadline(
    string Clock, ClockRule Rule, DateTimeOffset StartAt, DateOnly StartsOn, DateTimeOffset DueAt, IReadOnlyList<DateOnly> CountedDays)
{
    /// <summary>What must have happened by then; a code.</summary>
    public string Step => Rule.Step;

    /// <summary>Clock and step, as alerts name it: <c>hotline.reply</c>.</summary>
    public string Key => $"{Clock}.{Rule.Step}";
}
