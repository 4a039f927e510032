using Azure;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>
/// The column <c>eventId</c> of <c>records</c>. It is merged into the row whatever its ETag: a newer version that is being written at the same time
/// finds the ETag changed and carries the column over.
/// </summary>
public sealed class RecordEvents(StorageClients clients) : IRecordEvents
{
    private const int NotFound = 404;

    private readonly TableClient _table = clients.Table(StorageNames.Records);

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyDictionary<EventMember, string?> owners, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owners);
        var rows = owners.Select(pair => new TableEntity(RecordKeys.Partition(pair.Key.Channel, pair.Key.Day), TableKey.Encode(pair.Key.SourceId))
        {
            // A merge cannot take a column away; empty reads as none.
            ["eventId"] = pair.Value ?? "",
        });
        foreach (var partition in rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
        {
            foreach (var batch in TableBatches.Cut(partition, row => row))
            {
                await MergeAsync([.. batch], cancellationToken);
            }
        }
    }

    // One row that is gone undoes the whole transaction: then those that are there are looked up.
    private async Task MergeAsync(List<TableEntity> rows, CancellationToken cancellationToken)
    {
        while (rows.Count > 0)
        {
            try
            {
                await _table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, ETag.All)), cancellationToken);
                return;
            }
            catch (TableTransactionFailedException e) when (e.Status == NotFound)
            {
                var there = await new RecordStates(_table).OfManyAsync([.. rows.Select(row => new RowKeys(row.PartitionKey, row.RowKey))], cancellationToken);
                var gone = rows.RemoveAll(row => !there.ContainsKey(new RowKeys(row.PartitionKey, row.RowKey)));
                if (gone == 0)
                {
                    throw;
                }
            }
        }
    }
}
