using SentimentWatch.Models.Features;
using SentimentWatch.Models.Text;
using SentimentWatch.Models.Urgency;

namespace SentimentWatch.Models;

/// <summary>Working memory of one caller at a time, kept from record to record.</summary>
internal sealed class JudgeScratch(Vocabulary vocabulary)
{
    public FoldedText Text { get; } = new();

    public RecordFeatures Features { get; } = new(vocabulary);

    public UrgencyJudge.Scratch Urgency { get; } = new();
}
