namespace SentimentWatch.Pipeline.Insights;

/// <summary>What counting reads of the <c>records</c> table: few columns of many rows; implemented in Storage.</summary>
public interface IRecordFacts
{
    /// <summary>The facts of all channels, days <paramref name="from"/> to <paramref name="to"/> (Asia/Shanghai, both included); one range query a channel.</summary>
    IAsyncEnumerable<RecordFacts> FactsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Which of the days hold a row written after <paramref name="since"/>; reads at most one row a channel and day.</summary>
    Task<IReadOnlySet<DateOnly>> ChangedDaysAsync(IReadOnlyList<DateOnly> days, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>What counting needs to know of a record.</summary>
/// <param name="Channel">Channel code.</param>
/// <param name="SourceId">The record's id.</param>
/// <param name="Day">Day received, Asia/Shanghai.</param>
/// <param name="Kind">complaint, help …; null when unknown.</param>
/// <param name="Sentiment">negative, neutral or positive.</param>
/// <param name="Topic">Topic label.</param>
/// <param name="Urgency">routine, urgent or emergency.</param>
/// <param name="Unit">Lead unit code.</param>
/// <param name="Street">Street office's unit code; null when the place is unknown.</param>
/// <param name="Replied">The source says it has been replied to.</param>
/// <param name="Closed">The source says it has been closed.</param>
/// <param name="Satisfied">What the resident said at follow-up; null when nobody has asked.</param>
public sealed record RecordFacts(
    string Channel,
    string SourceId,
    DateOnly Day,
    string? Kind,
    string Sentiment,
    string Topic,
    string Urgency,
    string Unit,
    string? Street,
    bool Replied,
    bool Closed,
    bool? Satisfied);
