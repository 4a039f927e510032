using Azure.Data.Tables;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Reads the <c>events</c> table for lists, without the records of the events.</summary>
public sealed class EventQuery(StorageClients storage) : IEventQuery
{
    // An event stands in the month of its first record and may go on for long.
    private const int LongestMonths = 12;

    private static readonly string[] Columns =
    [
        "PartitionKey", "RowKey", "title", "terms", "level", "lead", "channels", "why", "state", "raisedAt", "firstAt", "lastAt", "recordCount", "voices",
        "predecessor", "formerIds", "splitFrom", "isFalse", "hint", "alertId", "reserved",
    ];

    private readonly TableClient _table = storage.Table(StorageNames.Events);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EventLine>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var start = ShanghaiTime.StartOf(from);
        var end = ShanghaiTime.StartOf(to.AddDays(1));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {RecordKeys.Compact(from.AddMonths(-LongestMonths))[..6]} and PartitionKey le {RecordKeys.Compact(to)[..6]} and lastAt ge {start} and raisedAt lt {end} and state ne {StoredEvent.Merged}");
        var events = new List<EventLine>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: Columns, cancellationToken: cancellationToken))
        {
            events.Add(LineOf(EventRow.Read(row)));
        }

        return [.. events.OrderByDescending(line => line.RaisedAt).ThenBy(line => line.EventId, StringComparer.Ordinal)];
    }

    private static EventLine LineOf(StoredEvent one) => new(
        one.Id, one.Title, one.Level, one.Lead, one.Channels, one.RaisedAt, one.LastAt, one.RecordCount, one.State, one.Predecessor, one.Why)
    {
        Terms = one.Terms,
        Voices = one.Voices,
        FirstAt = one.FirstAt,
        FormerIds = one.FormerIds,
        SplitFrom = one.SplitFrom,
        IsFalse = one.IsFalse,
        Hint = one.Hint,
        AlertId = one.AlertId,
        IsReserved = one.IsReserved,
    };
}
