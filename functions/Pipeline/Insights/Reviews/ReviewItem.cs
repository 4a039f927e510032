namespace SentimentWatch.Pipeline.Insights;

/// <summary>A doubtful verdict that waits for a person, or that a person has decided. Text is masked and hostile.</summary>
/// <param name="Day">Day it was put up (Asia/Shanghai); with <paramref name="Key"/> its address.</param>
/// <param name="Key">Key of its row.</param>
/// <param name="Tag">ETag of its row: a decision sent with it is refused when the row has changed since.</param>
/// <param name="Channel">Channel code of the record.</param>
/// <param name="SourceId">Its id.</param>
/// <param name="ReceivedDay">Day it was received (Asia/Shanghai).</param>
/// <param name="Title">At most 500 characters.</param>
/// <param name="Excerpt">At most 500 characters.</param>
/// <param name="Said">The model's labels.</param>
/// <param name="TopicConfidence">Probability of the topic, 0 to 1.</param>
/// <param name="UrgencyProbability">Probability of an emergency, 0 to 1.</param>
/// <param name="Lead">Code of the lead unit.</param>
/// <param name="Why">What decided, or why it was put up.</param>
/// <param name="Model">Version of the model.</param>
/// <param name="AcceptedAt">When it was put up (UTC).</param>
/// <param name="Decision">What a person decided; null while it is open.</param>
public sealed record ReviewItem(
    DateOnly Day,
    string Key,
    string Tag,
    string Channel,
    string SourceId,
    DateOnly ReceivedDay,
    string? Title,
    string Excerpt,
    ReviewLabels Said,
    double TopicConfidence,
    double UrgencyProbability,
    string Lead,
    IReadOnlyList<string> Why,
    string Model,
    DateTimeOffset AcceptedAt,
    ReviewDecision? Decision);

/// <summary>The <c>review</c> table as persons work on it; implemented in Storage.</summary>
public interface IReviewBoard
{
    /// <summary>A page of open rows, newest first: of one day, or back from <paramref name="today"/>. It may be short, even empty, while there is more.</summary>
    /// <exception cref="FormatException">The continuation is none of ours.</exception>
    Task<Page<ReviewItem>> OpenAsync(DateOnly? day, DateOnly today, int size, string? continuation, CancellationToken cancellationToken);

    /// <summary>One row; null when there is none.</summary>
    Task<ReviewItem?> FindAsync(DateOnly day, string key, CancellationToken cancellationToken);

    /// <summary>Stores a decision; false when the row has changed since it was read.</summary>
    Task<bool> TryDecideAsync(ReviewItem item, ReviewDecision decision, CancellationToken cancellationToken);

    /// <summary>Writes the decided labels into the record's own row, unless a later decision stands there; a record that is gone is left alone.</summary>
    Task ApplyAsync(ReviewItem item, ReviewDecision decision, CancellationToken cancellationToken);

    /// <summary>All decided rows of some days, both included, oldest day first, each with the whole text of its record.</summary>
    IAsyncEnumerable<DecidedReview> DecidedAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);
}

/// <summary>A decided row and the masked text that was decided on.</summary>
public sealed record DecidedReview(ReviewItem Item, ReviewDecision Decision, string? Title, string Body);
