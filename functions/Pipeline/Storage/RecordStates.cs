using Azure.Data.Tables;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Key of a row.</summary>
internal readonly record struct RowKeys(string Partition, string Row)
{
    /// <summary>The channel that the partition names.</summary>
    public string Channel => Partition[..Partition.LastIndexOf('_')];
}

/// <summary>Reads the states of stored records in as few queries as their keys allow.</summary>
internal sealed class RecordStates(TableClient table)
{
    /// <summary>Partitions of one channel from which on one range query over them all is cheaper.</summary>
    public const int ManyPartitions = 4;

    // The service takes 15 comparisons a filter; the partition is one.
    private const int KeysPerFilter = 14;

    /// <summary>States of a few scattered rows; what does not exist is missing.</summary>
    public async Task<IReadOnlyDictionary<RowKeys, RecordState>> OfFewAsync(IEnumerable<RowKeys> keys, CancellationToken cancellationToken)
    {
        var states = new Dictionary<RowKeys, RecordState>();
        foreach (var partition in keys.Distinct().GroupBy(key => key.Partition, StringComparer.Ordinal))
        {
            foreach (var some in partition.Chunk(KeysPerFilter))
            {
                var rows = string.Join(" or ", some.Select(key => TableClient.CreateQueryFilter($"RowKey eq {key.Row}")));
                var filter = $"{TableClient.CreateQueryFilter($"PartitionKey eq {partition.Key}")} and ({rows})";
                await ReadAsync(filter, states, cancellationToken);
            }
        }

        return states;
    }

    /// <summary>States of many rows that lie close together: one query a partition, or one for all partitions of a channel.</summary>
    public async Task<IReadOnlyDictionary<RowKeys, RecordState>> OfManyAsync(IReadOnlyCollection<RowKeys> keys, CancellationToken cancellationToken)
    {
        var states = new Dictionary<RowKeys, RecordState>();
        foreach (var channel in keys.GroupBy(key => key.Channel, StringComparer.Ordinal))
        {
            var partitions = channel.GroupBy(key => key.Partition, StringComparer.Ordinal).ToList();
            var ranges = partitions.Count > ManyPartitions ? [channel] : partitions.AsEnumerable<IEnumerable<RowKeys>>();
            foreach (var range in ranges)
            {
                await ReadAsync(RangeOf([.. range]), states, cancellationToken);
            }
        }

        return states;
    }

    private static string RangeOf(IReadOnlyCollection<RowKeys> keys)
    {
        var partitions = keys.Select(key => key.Partition).Order(StringComparer.Ordinal).ToList();
        var rows = keys.Select(key => key.Row).Order(StringComparer.Ordinal).ToList();
        return TableClient.CreateQueryFilter(
            $"PartitionKey ge {partitions[0]} and PartitionKey le {partitions[^1]} and RowKey ge {rows[0]} and RowKey le {rows[^1]}");
    }

    private async Task ReadAsync(string filter, Dictionary<RowKeys, RecordState> states, CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: RecordState.Columns, cancellationToken: cancellationToken))
        {
            states[new RowKeys(row.PartitionKey, row.RowKey)] = RecordState.Of(row);
        }
    }
}
