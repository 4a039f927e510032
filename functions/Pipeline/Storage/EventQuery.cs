using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Reads the <c>events</c> table, by months.</summary>
public sealed class EventQuery(StorageClients storage) : IEventQuery
{
    private readonly TableClient _table = storage.Table(StorageNames.Events);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EventLine>> RaisedAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var start = ShanghaiTime.StartOf(from);
        var end = ShanghaiTime.StartOf(to.AddDays(1));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {RecordKeys.Compact(from)[..6]} and PartitionKey le {RecordKeys.Compact(to)[..6]} and raisedAt ge {start} and raisedAt lt {end}");
        var events = new List<EventLine>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            events.Add(Read(row));
        }

        return [.. events.OrderByDescending(line => line.RaisedAt).ThenBy(line => line.EventId, StringComparer.Ordinal)];
    }

    private static EventLine Read(TableEntity row)
    {
        var raised = row.GetDateTimeOffset("raisedAt") ?? default;
        return new EventLine(
            row.RowKey,
            row.GetString("title") ?? "",
            row.GetString("level") ?? "",
            row.GetString("lead") ?? "",
            RecordRowReader.List(row, "channels"),
            raised,
            row.GetDateTimeOffset("lastAt") ?? raised,
            row.GetInt32("recordCount") ?? 0,
            row.GetString("state") ?? "",
            row.GetString("predecessor"),
            row.GetString("why") ?? "");
    }
}
