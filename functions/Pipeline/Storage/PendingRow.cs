using Azure;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>A row on its way into the <c>records</c> table.</summary>
internal sealed class PendingRow(TableEntity entity, int version, string hash)
{
    private ETag? _replaces;

    public TableEntity Entity => entity;

    public int Version => version;

    public RowKeys Keys { get; } = new(entity.PartitionKey, entity.RowKey);

    /// <summary>What this batch did to the row; right once it is written or found not due.</summary>
    public StoreOutcome Outcome { get; private set; }

    /// <summary>The change that is due.</summary>
    public TableTransactionAction Action => _replaces is { } tag
        ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, tag)
        : new TableTransactionAction(TableTransactionActionType.Add, entity);

    /// <summary>Notes that the change was written.</summary>
    public void Written() => Outcome = _replaces is null ? StoreOutcome.Stored : StoreOutcome.Updated;

    /// <summary>Compares with what is stored; true when a change is due.</summary>
    public bool Compare(RecordState? stored, string batchId)
    {
        _replaces = stored?.ETag;
        if (stored is null)
        {
            return true;
        }

        if (!stored.GivesWayTo(version, hash, batchId))
        {
            var first = stored.Revision == 1 ? StoreOutcome.Stored : StoreOutcome.Updated;
            Outcome = stored.IsBy(version, hash, batchId) ? first : StoreOutcome.Unchanged;
            return false;
        }

        // Written by others, and not in the record: it must outlive the replacement.
        entity["eventId"] = stored.EventId;
        DecidedColumns.Keep(stored.Row, entity);
        entity["revision"] = stored.Revision + 1;
        return true;
    }
}
