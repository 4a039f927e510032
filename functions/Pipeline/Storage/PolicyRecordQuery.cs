using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Reads the columns of <c>records</c> that policy reports need: 1,000 rows or 4 MiB a transaction. The service knows no "contains", so every row of the days is read.</summary>
public sealed class PolicyRecordQuery(StorageClients storage) : IPolicyRecords
{
    // A second body column begins after 31,000 characters: what stands there does not decide whether a record speaks of a policy.
    private static readonly string[] Columns =
        ["PartitionKey", "sourceId", "title", "body", "kind", "sentiment", "topic", "function", "urgency", "callerHash", "status", "satisfied"];

    private readonly TableClient _table = storage.Table(StorageNames.Records);

    /// <inheritdoc/>
    public async IAsyncEnumerable<PolicyRecord> ReadAsync(DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var channel in Channels.All)
        {
            await foreach (var row in _table.QueryAsync<TableEntity>(RecordConditions.Range(channel, from, to), select: Columns, cancellationToken: cancellationToken))
            {
                yield return Read(row, channel);
            }
        }
    }

    private static PolicyRecord Read(TableEntity row, string channel) => new(
        channel,
        row.GetString("sourceId"),
        RecordKeys.Day(row.PartitionKey[(channel.Length + 1)..]),
        row.GetString("title"),
        row.GetString("body") ?? "",
        row.GetString("kind"),
        row.GetString("sentiment"),
        row.GetString("topic"),
        row.GetString("function"),
        row.GetString("urgency"),
        row.GetString("callerHash"),
        Replied: row.GetString("status") is "replied" or "closed",
        row.GetBoolean("satisfied"));
}
