using Azure;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The rows <c>dirty-days</c>/<c>yyyyMMdd</c> of the <c>checkpoints</c> table; the tag of a mark is its ETag.</summary>
public sealed class DirtyDayTable(StorageClients storage) : IDirtyDays
{
    private const string Partition = "dirty-days";
    private const int NotFound = 404;
    private const int PreconditionFailed = 412;
    private readonly TableClient _table = storage.Table(StorageNames.Checkpoints);

    /// <inheritdoc/>
    public Task MarkAsync(IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken)
    {
        var rows = days.Distinct().Select(day => new TableEntity(Partition, RecordKeys.Compact(day)));
        return TableBatches.WriteAsync(_table, TableTransactionActionType.UpsertReplace, rows, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DirtyDay>> ListAsync(CancellationToken cancellationToken)
    {
        var days = new List<DirtyDay>();
        var rows = _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            days.Add(new DirtyDay(RecordKeys.Day(row.RowKey), row.ETag.ToString()));
        }

        return days;
    }

    /// <inheritdoc/>
    public async Task ClearAsync(IReadOnlyList<DirtyDay> days, CancellationToken cancellationToken)
    {
        var rows = days.Select(mark => new TableEntity(Partition, RecordKeys.Compact(mark.Day)) { ETag = new ETag(mark.Tag) });
        foreach (var batch in TableBatches.Cut(rows, row => row))
        {
            try
            {
                await _table.SubmitTransactionAsync(
                    batch.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag)), cancellationToken);
            }
            catch (TableTransactionFailedException e) when (e.Status is NotFound or PreconditionFailed)
            {
                // One of them was marked again meanwhile: the others still go.
                await ClearOneByOneAsync(batch, cancellationToken);
            }
        }
    }

    private async Task ClearOneByOneAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            try
            {
                await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
            }
            catch (RequestFailedException e) when (e.Status is NotFound or PreconditionFailed)
            {
                // Marked again: the next rollup counts the day once more. Gone: another rollup was first.
                continue;
            }
        }
    }
}
