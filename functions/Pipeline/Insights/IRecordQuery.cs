namespace SentimentWatch.Pipeline.Insights;

/// <summary>Which records are wanted; a null says nothing about its column.</summary>
/// <param name="From">First Shanghai day of receipt.</param>
/// <param name="To">Last Shanghai day of receipt, included.</param>
public sealed record RecordFilter(DateOnly From, DateOnly To)
{
    /// <summary>Channel code.</summary>
    public string? Channel { get; init; }

    /// <summary>Unit code: leads or supports.</summary>
    public string? Unit { get; init; }

    /// <summary>routine, urgent or emergency.</summary>
    public string? Level { get; init; }

    /// <summary>See <see cref="StoredRecord.Status"/>.</summary>
    public string? Status { get; init; }

    /// <summary>Text that title, body or place contains, whatever its case.</summary>
    public string? Text { get; init; }
}

/// <summary>One page of an answer.</summary>
/// <param name="Items">May be fewer than asked for, even none, while there is more.</param>
/// <param name="Continuation">Opaque; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Continuation);

/// <summary>Reads the records.</summary>
public interface IRecordQuery
{
    /// <summary>One page, newest day first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="size">At most so many, 1 to 1,000.</param>
    /// <param name="continuation">From the page before; null for the first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FormatException">The continuation is none of ours.</exception>
    Task<Page<StoredRecord>> QueryAsync(RecordFilter filter, int size, string? continuation, CancellationToken cancellationToken);

    /// <summary>All of them, channel by channel, oldest day first: for exports and counts.</summary>
    IAsyncEnumerable<StoredRecord> ReadAsync(RecordFilter filter, CancellationToken cancellationToken);

    /// <summary>One record; null when there is none.</summary>
    Task<StoredRecord?> FindAsync(string channel, string sourceId, DateTimeOffset receivedAt, CancellationToken cancellationToken);
}
