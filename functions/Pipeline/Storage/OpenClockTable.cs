using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Writes, removes and reads the rows of <c>openclocks</c>, up to 100 a transaction.</summary>
internal sealed class OpenClockTable(TableClient table)
{
    private const int TransactionSize = 100;

    /// <summary>Writes rows over what is there.</summary>
    public async Task SaveAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken)
    {
        foreach (var chunk in clocks.DistinctBy(clock => clock.RowKey).Chunk(TransactionSize))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(clock => new TableTransactionAction(TableTransactionActionType.UpsertReplace, OpenClockRow.From(clock))), cancellationToken);
        }
    }

    /// <summary>Removes rows; those that are gone are passed over.</summary>
    public async Task RemoveAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken)
    {
        foreach (var chunk in clocks.DistinctBy(clock => clock.RowKey).Chunk(TransactionSize))
        {
            if (chunk.Length > 1 && await TryRemoveTogetherAsync(chunk, cancellationToken))
            {
                continue;
            }

            // One row that is gone undoes the whole transaction: those that are left go by themselves.
            foreach (var clock in chunk)
            {
                await table.DeleteEntityAsync(OpenClockRow.Partition, clock.RowKey, ETag.All, cancellationToken);
            }
        }
    }

    /// <summary>The rows due at or before a moment, in pages.</summary>
    public async IAsyncEnumerable<IReadOnlyList<OpenClock>> DueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(OpenClockRow.FilterDue(now), cancellationToken: cancellationToken).AsPages())
        {
            if (page.Values.Count > 0)
            {
                yield return [.. page.Values.Select(OpenClockRow.Read)];
            }
        }
    }

    private async Task<bool> TryRemoveTogetherAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(
                clocks.Select(clock => new TableTransactionAction(
                    TableTransactionActionType.Delete, new TableEntity(OpenClockRow.Partition, clock.RowKey), ETag.All)),
                cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException gone) when (gone.Status == 404)
        {
            return false;
        }
    }
}
