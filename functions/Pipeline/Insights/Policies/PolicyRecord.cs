namespace SentimentWatch.Pipeline.Insights;

/// <summary>What a policy report needs of a record. Text is masked, and hostile where it is shown.</summary>
/// <param name="Channel">Channel code.</param>
/// <param name="SourceId">The record's id.</param>
/// <param name="Day">Day received, Asia/Shanghai.</param>
/// <param name="Title">Headline; null when the channel has none.</param>
/// <param name="Body">The text.</param>
/// <param name="Kind">complaint, help …; null when unknown.</param>
/// <param name="Sentiment">negative, neutral or positive.</param>
/// <param name="Topic">Topic label.</param>
/// <param name="Function">Function code.</param>
/// <param name="Urgency">routine, urgent or emergency.</param>
/// <param name="Voice">Keyed hash of who spoke; null when unknown.</param>
/// <param name="Replied">The source says that it has been replied to.</param>
/// <param name="Satisfied">What the resident said at follow-up; null when nobody has asked.</param>
public sealed record PolicyRecord(
    string Channel,
    string SourceId,
    DateOnly Day,
    string? Title,
    string Body,
    string? Kind,
    string Sentiment,
    string Topic,
    string Function,
    string Urgency,
    string? Voice,
    bool Replied,
    bool? Satisfied)
{
    /// <summary>Judged negative.</summary>
    public bool IsNegative => Sentiment == "negative";

    /// <summary>Nothing of it may be quoted: it informs against someone (hotline by-law, article 32).</summary>
    public bool IsReport => Kind == "report";
}

/// <summary>Reads what policy reports need of the <c>records</c> table; implemented in Storage.</summary>
public interface IPolicyRecords
{
    /// <summary>All channels, days <paramref name="from"/> to <paramref name="to"/> (Asia/Shanghai, both included); one range query a channel, the needed columns alone, 1,000 rows a transaction.</summary>
    IAsyncEnumerable<PolicyRecord> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);
}
