using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The <c>records</c> table as re-judging sees it.</summary>
public sealed class VerdictTable(StorageClients storage, TimeProvider time) : IVerdictStore
{
    private const int NotFound = 404;
    private const int PreconditionFailed = 412;
    private readonly TableClient _table = storage.Table(StorageNames.Records);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<StoredVerdict>> ReadAsync(
        string channel, DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = _table.QueryAsync<TableEntity>(RecordConditions.Range(channel, from, to), cancellationToken: cancellationToken).AsPages();
        await foreach (var page in pages)
        {
            if (page.Values.Count > 0)
            {
                yield return [.. page.Values.Select(row => new VerdictRow(row))];
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredVerdict>> WriteAsync(IReadOnlyList<StoredVerdict> renewed, CancellationToken cancellationToken)
    {
        var overtaken = new List<StoredVerdict>();
        var now = time.GetUtcNow();
        foreach (var partition in renewed.Cast<VerdictRow>().GroupBy(row => row.Row.PartitionKey, StringComparer.Ordinal))
        {
            foreach (var batch in TableBatches.Cut(partition, row => row.Change))
            {
                foreach (var row in batch)
                {
                    row.Change["rejudgedAt"] = now;
                }

                try
                {
                    await _table.SubmitTransactionAsync(batch.Select(row => row.Action), cancellationToken);
                }
                catch (TableTransactionFailedException e) when (e.Status is NotFound or PreconditionFailed)
                {
                    // One row was changed and none was written: all are read and judged again.
                    overtaken.AddRange(await AgainAsync(batch, cancellationToken));
                }
            }
        }

        return overtaken;
    }

    private async Task<IReadOnlyList<StoredVerdict>> AgainAsync(IReadOnlyList<VerdictRow> rows, CancellationToken cancellationToken)
    {
        var keys = rows.Select(row => row.Row.RowKey).ToHashSet(StringComparer.Ordinal);
        var (first, last) = (keys.Min(StringComparer.Ordinal), keys.Max(StringComparer.Ordinal));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {rows[0].Row.PartitionKey} and RowKey ge {first} and RowKey le {last}");
        var found = new List<StoredVerdict>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (keys.Contains(row.RowKey))
            {
                found.Add(new VerdictRow(row));
            }
        }

        return found;
    }
}
