using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>The table <c>sketches</c>: what the new and changed records of a part are about.</summary>
public interface ISketchStore
{
    /// <summary>Writes the rows of a part, in one transaction; a replay writes the same.</summary>
    Task WriteAsync(string batchId, int part, IReadOnlyList<ToldRecord> records, CancellationToken cancellationToken);

    /// <summary>Leaves a sign that events were written, which whoever reads rows finds among them.</summary>
    Task SignAsync(string sign, CancellationToken cancellationToken);

    /// <summary>The rows of batches accepted on <paramref name="from"/> (UTC day) or later.</summary>
    /// <param name="from">First day of acceptance.</param>
    /// <param name="writtenSince">Only what was written then or later by the service's clock; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<SketchBatch> ReadAsync(DateOnly from, DateTimeOffset? writtenSince, CancellationToken cancellationToken);
}

/// <summary>A record as the events see it.</summary>
/// <param name="Record">Who, when, and what about.</param>
/// <param name="Version">The source's version, from 1.</param>
public sealed record SketchedRecord(EventRecord Record, int Version);

/// <summary>A record with its words, as its row keeps it.</summary>
/// <param name="Sketched">What it is about.</param>
/// <param name="Words">Its words.</param>
public sealed record ToldRecord(SketchedRecord Sketched, RecordWords Words);

/// <summary>A row of <c>sketches</c>.</summary>
/// <param name="Key">Sorts by time of acceptance.</param>
/// <param name="WrittenAt">By the service's clock.</param>
/// <param name="Records">Its records.</param>
public sealed record SketchBatch(string Key, DateTimeOffset WrittenAt, IReadOnlyList<SketchedRecord> Records)
{
    /// <summary>Their words, as <see cref="RecordWords.Write"/> wrote them; empty when the row has none.</summary>
    public byte[] Words { get; init; } = [];

    /// <summary>The sign that was left last; null for a row of records.</summary>
    public string? Sign { get; init; }
}

/// <summary>The table <c>events</c> as the sweep writes it.</summary>
public interface IEventStore
{
    /// <summary>The events of months from <paramref name="from"/> on.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadAsync(DateOnly from, CancellationToken cancellationToken);

    /// <summary>One event; null when there is none.</summary>
    Task<StoredEvent?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Writes whole rows; of two writers the later stays.</summary>
    Task WriteAsync(IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken);

    /// <summary>Writes marks into rows and leaves what else stands there.</summary>
    Task MarkAsync(IReadOnlyList<EventMark> marks, CancellationToken cancellationToken);
}

/// <summary>What was done about an event.</summary>
/// <param name="Id">The event.</param>
/// <param name="AlertId">The alert that tells of it; null without one.</param>
/// <param name="Recused">Units that a record of it speaks against, as far as its records were read.</param>
/// <param name="Followed"><see cref="StoredEvent.Due"/> of the row that was followed up.</param>
public sealed record EventMark(string Id, string? AlertId, IReadOnlyList<string> Recused, string Followed);

/// <summary>The column <c>eventId</c> of the table <c>records</c>.</summary>
public interface IRecordEvents
{
    /// <summary>Writes on records the event that each belongs to, null for none; one transaction for each hundred of a channel and day. Rows that are gone are passed over.</summary>
    Task WriteAsync(IReadOnlyDictionary<EventMember, string?> owners, CancellationToken cancellationToken);
}

/// <summary>The table <c>eventlog</c>: what persons have set right.</summary>
public interface IEventLog
{
    /// <summary>All steps, in order of their ids.</summary>
    Task<IReadOnlyList<EventStep>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Adds a step.</summary>
    Task AddAsync(EventStep step, CancellationToken cancellationToken);
}

/// <summary>The records of events, masked, as they are stored.</summary>
public interface IEventTexts
{
    /// <summary>Those that are there, by key; records of one channel and day cost one transaction for each fourteen.</summary>
    Task<IReadOnlyDictionary<string, StoredRecord>> ReadAsync(IReadOnlyList<EventMember> members, CancellationToken cancellationToken);
}
