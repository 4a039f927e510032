using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Reads the <c>records</c> table for pages, exports and counts.</summary>
public sealed class RecordQuery(StorageClients storage) : IRecordQuery
{
    private readonly TableClient _table = storage.Table(StorageNames.Records);

    /// <inheritdoc/>
    public Task<Page<StoredRecord>> QueryAsync(RecordFilter filter, int size, string? continuation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new RecordPager(_table, filter, Math.Clamp(size, 1, 1_000)).ReadAsync(continuation, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredRecord> ReadAsync(RecordFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var conditions = RecordConditions.ServerSide(filter);
        foreach (var channel in RecordConditions.ChannelsOf(filter))
        {
            var range = RecordConditions.Range(channel, filter.From, filter.To);
            await foreach (var row in _table.QueryAsync<TableEntity>(range + conditions, cancellationToken: cancellationToken))
            {
                if (RecordRowReader.Read(row) is var record && RecordConditions.Holds(filter, record))
                {
                    yield return record;
                }
            }
        }
    }

    /// <inheritdoc/>
    public async Task<StoredRecord?> FindAsync(string channel, string sourceId, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var partition = RecordKeys.Partition(channel, ShanghaiTime.DayOf(receivedAt));
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(partition, TableKey.Encode(sourceId), cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row } ? RecordRowReader.Read(row) : null;
    }
}
