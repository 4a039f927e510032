using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Reads of the <c>records</c> table that boards, digests, queries and exports need; implemented in Storage. None of them changes anything.</summary>
public interface IRecordQuery
{
    /// <summary>One page, newest day first, in a day by channel and then by row key. It may hold fewer than <paramref name="size"/> rows and still have a <see cref="RecordPage.Next"/>, because the work of one call is bounded.</summary>
    Task<RecordPage> PageAsync(RecordFilter filter, int size, RecordCursor? after, CancellationToken cancellationToken);

    /// <summary>Every matching record, oldest day first within a channel, read as it is consumed.</summary>
    IAsyncEnumerable<StoredRecord> StreamAsync(RecordFilter filter, CancellationToken cancellationToken);

    /// <summary>The columns that counting needs, of all channels, for days <paramref name="from"/> to <paramref name="to"/> (Asia/Shanghai, both included).</summary>
    IAsyncEnumerable<RecordFacts> FactsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Which of the days hold a row written after <paramref name="since"/>; asks one row a channel and day.</summary>
    Task<IReadOnlySet<DateOnly>> ChangedDaysAsync(IReadOnlyList<DateOnly> days, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>One record by the keys that <see cref="RecordFacts"/> carries; null when there is none.</summary>
    Task<StoredRecord?> FindAsync(string partition, string row, CancellationToken cancellationToken);
}

/// <summary>A stored record with its verdict; masked, and hostile where it is shown.</summary>
/// <param name="Record">The masked record.</param>
/// <param name="Verdict">What the product said of it.</param>
/// <param name="EventId">The merged event it belongs to, if any.</param>
/// <param name="AcceptedAt">When intake took it (UTC).</param>
public sealed record StoredRecord(CitizenRecord Record, Verdict Verdict, string? EventId, DateTimeOffset AcceptedAt);

/// <summary>What counting needs to know of a record.</summary>
/// <param name="Partition">PartitionKey, <c>{channel}_{yyyyMMdd}</c>.</param>
/// <param name="Row">RowKey.</param>
/// <param name="Day">Day received, Asia/Shanghai.</param>
/// <param name="Channel">Channel code.</param>
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
    string Partition,
    string Row,
    DateOnly Day,
    string Channel,
    string? Kind,
    string Sentiment,
    string Topic,
    string Urgency,
    string Unit,
    string? Street,
    bool Replied,
    bool Closed,
    bool? Satisfied);

/// <summary>Which records are asked for.</summary>
/// <param name="From">First day received, Asia/Shanghai.</param>
/// <param name="To">Last day received, included.</param>
/// <param name="Channel">Channel code; null means all.</param>
/// <param name="Unit">Lead unit code; null means all.</param>
/// <param name="Level">routine, urgent or emergency; null means all.</param>
/// <param name="Status">One of <see cref="RecordStatus"/>; null means all.</param>
/// <param name="Text">Words that title, body or place must contain, compared without case; null means any.</param>
public sealed record RecordFilter(
    DateOnly From,
    DateOnly To,
    string? Channel = null,
    string? Unit = null,
    string? Level = null,
    string? Status = null,
    string? Text = null);

/// <summary>How far a record has got, by what its source says of its handling.</summary>
public static class RecordStatus
{
    /// <summary>Neither replied to nor closed.</summary>
    public const string Open = "open";

    /// <summary>Replied to, not closed.</summary>
    public const string Replied = "replied";

    /// <summary>Closed.</summary>
    public const string Closed = "closed";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Open, Replied, Closed];

    /// <summary>The status of one record.</summary>
    public static string Of(Handling? handling) =>
        handling?.ClosedAt is not null ? Closed : handling?.RepliedAt is not null ? Replied : Open;
}

/// <summary>The row after which the next page goes on.</summary>
/// <param name="Day">Its day, Asia/Shanghai.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Row">Its RowKey; empty when the channel's day has not been begun.</param>
public sealed record RecordCursor(DateOnly Day, string Channel, string Row);

/// <summary>One page of records.</summary>
/// <param name="Records">In order.</param>
/// <param name="Next">Where to go on; null at the end.</param>
public sealed record RecordPage(IReadOnlyList<StoredRecord> Records, RecordCursor? Next);
