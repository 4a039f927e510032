using Azure.Data.Tables;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The table <c>events</c> as the sweep reads and writes it.</summary>
public sealed class EventTable(StorageClients clients) : IEventStore
{
    private readonly TableClient _table = clients.Table(StorageNames.Events);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(DateOnly from, CancellationToken cancellationToken)
    {
        var events = new List<StoredEvent>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {RecordKeys.Compact(from)[..6]}"), cancellationToken: cancellationToken))
        {
            events.Add(EventRow.Read(row));
        }

        return events;
    }

    /// <inheritdoc/>
    public async Task<StoredEvent?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!StoredEvent.IsId(id))
        {
            return null;
        }

        var found = await _table.GetEntityIfExistsAsync<TableEntity>(StoredEvent.MonthOf(id), id, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row } ? EventRow.Read(row) : null;
    }

    /// <inheritdoc/>
    public Task WriteAsync(IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        TableBatches.WriteAsync(_table, TableTransactionActionType.UpsertReplace, events.Select(EventRow.Of), cancellationToken);

    /// <inheritdoc/>
    public Task MarkAsync(IReadOnlyList<EventMark> marks, CancellationToken cancellationToken) =>
        TableBatches.WriteAsync(_table, TableTransactionActionType.UpsertMerge, marks.Select(EventRow.Of), cancellationToken);
}
