using Azure.Data.Tables;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Inserts rows in entity-group transactions and says which partitions were not empty of them.</summary>
internal sealed class RecordInserts(TableClient table)
{
    private const int AtOnce = 4;
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;

    /// <summary>Inserts what can be inserted. Returns the rows that still have to be compared with what is stored.</summary>
    public async Task<IReadOnlyList<PendingRow>> InsertAsync(IReadOnlyList<PendingRow> rows, CancellationToken cancellationToken)
    {
        var left = new List<PendingRow>();
        foreach (var channel in rows.GroupBy(row => row.Keys.Channel, StringComparer.Ordinal))
        {
            var conflicts = 0;
            foreach (var some in channel.GroupBy(row => row.Keys.Partition, StringComparer.Ordinal).Chunk(AtOnce))
            {
                // So many partitions hold these rows that this is a repeated input: one range query will tell of the rest.
                if (conflicts > RecordStates.ManyPartitions)
                {
                    left.AddRange(some.SelectMany(partition => partition));
                    continue;
                }

                var refused = await Task.WhenAll(some.Select(partition => InsertPartitionAsync([.. partition], cancellationToken)));
                conflicts += refused.Count(refusal => refusal.Count > 0);
                left.AddRange(refused.SelectMany(refusal => refusal));
            }
        }

        return left;
    }

    /// <summary>Writes one transaction; false when another writer was there first, and nothing was written.</summary>
    public static async Task<bool> SubmitAsync(TableClient table, IReadOnlyList<PendingRow> batch, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(batch.Select(row => row.Action), cancellationToken);
        }
        catch (TableTransactionFailedException e) when (e.Status is Conflict or PreconditionFailed)
        {
            return false;
        }

        foreach (var row in batch)
        {
            row.Written();
        }

        return true;
    }

    private async Task<IReadOnlyList<PendingRow>> InsertPartitionAsync(IReadOnlyList<PendingRow> rows, CancellationToken cancellationToken)
    {
        var batches = TableBatches.Cut(rows, row => row.Entity).ToList();
        if (!await SubmitAsync(table, batches[0], cancellationToken))
        {
            return rows;
        }

        var left = new List<PendingRow>();
        foreach (var some in batches.Skip(1).Chunk(AtOnce))
        {
            var written = await Task.WhenAll(some.Select(batch => SubmitAsync(table, batch, cancellationToken)));
            left.AddRange(some.Where((_, index) => !written[index]).SelectMany(batch => batch));
        }

        return left;
    }
}
