using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Limits;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The table <c>notifyoutbox</c>: a partition a receiver, in it one row <c>state</c> and a row for each piece of news that waits, changed together.</summary>
public sealed class NotifyOutbox(StorageClients clients) : IChannelStore
{
    private const int TransactionSize = 100;

    private readonly TableClient _table = clients.Table(StorageNames.NotifyOutbox);

    /// <inheritdoc/>
    public async Task<ChannelView> ReadAsync(string channel, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(TableKey.Encode(channel), NotifyOutboxRow.State, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row } ? View(row) : new ChannelView(ChannelState.New, null);
    }

    /// <inheritdoc/>
    public async Task<(ChannelView View, IReadOnlyList<OutgoingNews> Waiting)> OpenAsync(string channel, CancellationToken cancellationToken)
    {
        var view = new ChannelView(ChannelState.New, null);
        List<OutgoingNews> waiting = [];
        var partition = TableKey.Encode(channel);
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken))
        {
            if (row.RowKey == NotifyOutboxRow.State)
            {
                view = View(row);
            }
            else
            {
                waiting.Add(NotifyOutboxRow.ReadNews(row));
            }
        }

        return (view, waiting);
    }

    /// <inheritdoc/>
    public async Task<string?> TryWriteAsync(string channel, ChannelView over, ChannelState state, OutboxChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(over);
        ArgumentNullException.ThrowIfNull(change);
        var partition = TableKey.Encode(channel);
        List<TableTransactionAction> actions =
        [
            .. change.Put.DistinctBy(NotifyOutboxRow.KeyOf).Select(item => new TableTransactionAction(TableTransactionActionType.UpsertReplace, NotifyOutboxRow.From(partition, item))),
            .. change.Take.DistinctBy(NotifyOutboxRow.KeyOf).Select(item => new TableTransactionAction(
                TableTransactionActionType.Delete, new TableEntity(partition, NotifyOutboxRow.KeyOf(item)), ETag.All)),
        ];

        // The state goes last: news laid in before it is found when the state's flush comes.
        var row = NotifyOutboxRow.From(partition, state);
        actions.Add(over.Version is { } version
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, new ETag(version))
            : new TableTransactionAction(TableTransactionActionType.Add, row));
        try
        {
            return await WriteAsync(actions, cancellationToken);
        }
        catch (RequestFailedException other) when (other.Status is 409 or 412)
        {
            return null;
        }
        catch (RequestFailedException gone) when (gone.Status == 404 && change.Take.Count == 0)
        {
            // The state itself is gone: somebody emptied the table.
            return null;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Some rows are gone: an earlier try got as far as that.
            var there = await KeysAsync(partition, cancellationToken);
            return await TryWriteAsync(channel, over, state, change with { Take = [.. change.Take.Where(item => there.Contains(NotifyOutboxRow.KeyOf(item)))] }, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> OverdueAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {NotifyOutboxRow.State} and flushAt lt {before}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellationToken))
        {
            if (TableKey.Decode(row.PartitionKey) is { } channel)
            {
                yield return channel;
            }
        }
    }

    private async Task<string?> WriteAsync(List<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        string? version = null;
        foreach (var chunk in actions.Chunk(TransactionSize))
        {
            if (chunk is [{ ActionType: TableTransactionActionType.Add } only])
            {
                version = (await _table.AddEntityAsync((TableEntity)only.Entity, cancellationToken)).Headers.ETag?.ToString();
            }
            else if (chunk is [{ ActionType: TableTransactionActionType.UpdateReplace } sole])
            {
                version = (await _table.UpdateEntityAsync((TableEntity)sole.Entity, sole.ETag, TableUpdateMode.Replace, cancellationToken)).Headers.ETag?.ToString();
            }
            else
            {
                version = (await _table.SubmitTransactionAsync(chunk, cancellationToken)).Value[^1].Headers.ETag?.ToString();
            }
        }

        return version;
    }

    private async Task<HashSet<string>> KeysAsync(string partition, CancellationToken cancellationToken)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            keys.Add(row.RowKey);
        }

        return keys;
    }

    private static ChannelView View(TableEntity row) => new(NotifyOutboxRow.ReadState(row), row.ETag.ToString());
}
