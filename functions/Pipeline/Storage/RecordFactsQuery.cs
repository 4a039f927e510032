using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Reads the few columns of <c>records</c> that counting needs: 1,000 rows a transaction.</summary>
public sealed class RecordFactsQuery(StorageClients storage) : IRecordFacts
{
    private static readonly string[] Columns = ["PartitionKey", "sourceId", "kind", "sentiment", "topic", "urgency", "lead", "street", "status", "satisfied"];
    private static readonly string[] KeyOnly = ["PartitionKey"];
    private readonly TableClient _table = storage.Table(StorageNames.Records);

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordFacts> FactsAsync(DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var channel in Channels.All)
        {
            var range = TableClient.CreateQueryFilter($"PartitionKey ge {RecordKeys.Partition(channel, from)} and PartitionKey le {RecordKeys.Partition(channel, to)}");
            await foreach (var row in _table.QueryAsync<TableEntity>(range, select: Columns, cancellationToken: cancellationToken))
            {
                yield return Read(row, channel);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<DateOnly>> ChangedDaysAsync(IReadOnlyList<DateOnly> days, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(days);
        var changed = new HashSet<DateOnly>();
        foreach (var day in days)
        {
            foreach (var channel in Channels.All)
            {
                if (await AnyAsync(RecordKeys.Partition(channel, day), since, cancellationToken))
                {
                    changed.Add(day);
                    break;
                }
            }
        }

        return changed;
    }

    private static RecordFacts Read(TableEntity row, string channel)
    {
        var status = row.GetString("status");
        return new RecordFacts(
            channel,
            row.GetString("sourceId"),
            RecordKeys.Day(row.PartitionKey[(channel.Length + 1)..]),
            row.GetString("kind"),
            row.GetString("sentiment"),
            row.GetString("topic"),
            row.GetString("urgency"),
            row.GetString("lead"),
            row.GetString("street"),
            Replied: status is "replied" or "closed",
            Closed: status is "closed",
            row.GetBoolean("satisfied"));
    }

    private async Task<bool> AnyAsync(string partition, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Timestamp gt {since}");
        await foreach (var _ in _table.QueryAsync<TableEntity>(filter, maxPerPage: 1, select: KeyOnly, cancellationToken: cancellationToken))
        {
            return true;
        }

        return false;
    }
}
