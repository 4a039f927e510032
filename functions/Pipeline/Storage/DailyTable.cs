using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The <c>daily</c> table; the rollup's own memory is a row of <c>checkpoints</c>.</summary>
public sealed class DailyTable(StorageClients storage) : IDailyStore
{
    private const string Source = "daily-rollup";
    private const string Began = "began";
    private const int Writers = 4;
    private readonly TableClient _table = storage.Table(StorageNames.Daily);
    private readonly TableClient _checkpoints = storage.Table(StorageNames.Checkpoints);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DailyHead>> HeadsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var heads = new List<DailyHead>();
        await foreach (var row in _table.QueryAsync<TableEntity>(Range(DailyRow.Everyone, from, to), cancellationToken: cancellationToken))
        {
            heads.Add(DailyRowColumns.ReadHead(row));
        }

        return heads;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DailyRow> UnitsAsync(DateOnly from, DateOnly to, string? unit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = unit is not null ? Range(unit, from, to) : TableClient.CreateQueryFilter(
            $"PartitionKey ne {DailyRow.Everyone} and RowKey ge {RecordKeys.Compact(from)} and RowKey le {RecordKeys.Compact(to)}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return DailyRowColumns.Read(row);
        }
    }

    /// <inheritdoc/>
    public Task WriteUnitsAsync(IReadOnlyList<DailyRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var units = rows.Select(DailyRowColumns.Write).GroupBy(row => row.PartitionKey, StringComparer.Ordinal);
        return Parallel.ForEachAsync(
            units,
            new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken },
            async (unit, token) => await TableBatches.WriteAsync(_table, TableTransactionActionType.UpsertReplace, unit, token));
    }

    /// <inheritdoc/>
    public async Task<bool> WriteHeadsAsync(IReadOnlyList<DailyHead> heads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(heads);
        try
        {
            foreach (var batch in TableBatches.Cut(heads.Select(Change), change => change.Entity))
            {
                await _table.SubmitTransactionAsync(batch, cancellationToken);
            }

            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LastRunAsync(CancellationToken cancellationToken)
    {
        var found = await _checkpoints.GetEntityIfExistsAsync<TableEntity>(Source, "cursor", cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row } ? row.GetDateTimeOffset(Began) : null;
    }

    /// <inheritdoc/>
    public async Task SetLastRunAsync(DateTimeOffset began, CancellationToken cancellationToken) =>
        await _checkpoints.UpsertEntityAsync(new TableEntity(Source, "cursor") { [Began] = began }, TableUpdateMode.Replace, cancellationToken);

    private static string Range(string partition, DateOnly from, DateOnly to) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {partition} and RowKey ge {RecordKeys.Compact(from)} and RowKey le {RecordKeys.Compact(to)}");

    private static TableTransactionAction Change(DailyHead head) => head.Tag is { } tag
        ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, DailyRowColumns.Write(head), new ETag(tag))
        : new TableTransactionAction(TableTransactionActionType.Add, DailyRowColumns.Write(head));
}
