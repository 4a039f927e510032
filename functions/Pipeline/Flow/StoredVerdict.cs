using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>A stored record whose verdict is judged anew. What the store needs to write it back is the store's own.</summary>
/// <param name="stored">The record as it is stored.</param>
public abstract class StoredVerdict(StoredRecord stored)
{
    /// <summary>The record as it is stored.</summary>
    public StoredRecord Stored { get; } = stored;

    /// <summary>Takes a new verdict; labels that a person decided stay. Says what differs from what is stored.</summary>
    public abstract VerdictChange Renew(Verdict verdict);
}

/// <summary>In what a new verdict differs from the stored one.</summary>
/// <param name="Any">True when any column differs, be it a probability or the model's version alone; only then is the row written.</param>
/// <param name="Topic">The topic differs.</param>
/// <param name="Sentiment">The mood differs.</param>
/// <param name="Urgency">The urgency differs.</param>
/// <param name="Function">The function differs.</param>
/// <param name="Lead">The lead unit differs.</param>
/// <param name="Street">The street differs.</param>
/// <param name="BecameEmergency">The record was no emergency and is one now.</param>
public readonly record struct VerdictChange(
    bool Any, bool Topic, bool Sentiment, bool Urgency, bool Function, bool Lead, bool Street, bool BecameEmergency)
{
    /// <summary>True when the counts of its day change with it.</summary>
    public bool MovesCounts => Topic || Sentiment || Urgency || Lead || Street;
}

/// <summary>The <c>records</c> table as re-judging sees it.</summary>
public interface IVerdictStore
{
    /// <summary>The records of a channel, days <paramref name="from"/> to <paramref name="to"/> (Asia/Shanghai, both included), oldest day first: one range query, at most 1,000 a piece.</summary>
    IAsyncEnumerable<IReadOnlyList<StoredVerdict>> ReadAsync(string channel, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Writes renewed verdicts, none over a row that was changed meanwhile.</summary>
    /// <returns>The rows that another writer changed, read again: they are to be judged once more.</returns>
    Task<IReadOnlyList<StoredVerdict>> WriteAsync(IReadOnlyList<StoredVerdict> renewed, CancellationToken cancellationToken);
}
