using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>The <c>records</c> table as the flow writes it.</summary>
public interface IRecordStore
{
    /// <summary>Which of these records this batch brings: those not stored yet, stored in an older version, or stored by the batch itself (a replay).</summary>
    Task<IReadOnlyList<CitizenRecord>> SelectDueAsync(
        IReadOnlyList<CitizenRecord> records, string batchId, CancellationToken cancellationToken);

    /// <summary>Stores what is new or newer; never overwrites a newer version. Replaying it gives the same outcomes.</summary>
    /// <returns>One outcome for each record, in the order given.</returns>
    Task<IReadOnlyList<StoreOutcome>> StoreAsync(
        IReadOnlyList<JudgedRecord> records, string batchId, DateTimeOffset acceptedAt, CancellationToken cancellationToken);
}

/// <summary>What a batch did to the row of a record.</summary>
public enum StoreOutcome
{
    /// <summary>The row is there, the same or newer, by another batch.</summary>
    Unchanged,

    /// <summary>This batch made the row.</summary>
    Stored,

    /// <summary>This batch replaced an older version.</summary>
    Updated,
}

/// <summary>The <c>review</c> table: verdicts that a person should look at.</summary>
public interface IReviewStore
{
    /// <summary>Adds rows, or renews their verdicts; what a person has decided stays.</summary>
    Task AddAsync(IReadOnlyList<JudgedRecord> records, DateTimeOffset acceptedAt, CancellationToken cancellationToken);
}
