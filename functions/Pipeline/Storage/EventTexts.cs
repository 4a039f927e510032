using Azure.Data.Tables;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Reads rows of <c>records</c> by their keys, several of a partition in one query.</summary>
public sealed class EventTexts(StorageClients clients) : IEventTexts
{
    // The service takes at most 15 comparisons in a filter.
    private const int AtOnce = 14;

    private readonly TableClient _table = clients.Table(StorageNames.Records);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, StoredRecord>> ReadAsync(IReadOnlyList<EventMember> members, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, StoredRecord>(StringComparer.Ordinal);
        foreach (var partition in members.Distinct().GroupBy(member => RecordKeys.Partition(member.Channel, member.Day), StringComparer.Ordinal))
        {
            foreach (var some in partition.Chunk(AtOnce))
            {
                var rows = string.Join(" or ", some.Select(member => TableClient.CreateQueryFilter($"RowKey eq {TableKey.Encode(member.SourceId)}")));
                var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition.Key}") + $" and ({rows})";
                await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
                {
                    var record = RecordRowReader.Read(row);
                    found[record.Record.Key] = record;
                }
            }
        }

        return found;
    }
}
