using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Scoring;

/// <summary>Chooses the lane at intake. Generous on purpose: a needless small batch is cheap, a late emergency is not.</summary>
public sealed class UrgentLane(CurrentModel models, JudgingRules rules) : IUrgentLane
{
    /// <inheritdoc/>
    public bool LooksUrgent(CitizenRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return SourceUrgencies.IsHighest(record.SourceUrgency)
            || models.Take().EmergencyProbability(Judge.InputOf(record)) >= rules.UrgentLaneFrom;
    }
}
