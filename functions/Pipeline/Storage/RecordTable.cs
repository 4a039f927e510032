using Azure.Data.Tables;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>
/// The <c>records</c> table as the flow writes it. Inserts first, since nearly all records are new; only partitions where that meets
/// a row are read, and only what is new or newer is written, under the ETag that was read.
/// </summary>
public sealed class RecordTable(StorageClients storage, TimeProvider time) : IRecordStore
{
    private const int MaxRounds = 10;
    private readonly TableClient _table = storage.Table(StorageNames.Records);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CitizenRecord>> SelectDueAsync(
        IReadOnlyList<CitizenRecord> records, string batchId, CancellationToken cancellationToken)
    {
        var states = await new RecordStates(_table).OfFewAsync(records.Select(KeysOf), cancellationToken);
        return [.. records.Where(record => IsDue(record, states.GetValueOrDefault(KeysOf(record)), batchId))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoreOutcome>> StoreAsync(
        IReadOnlyList<JudgedRecord> records, string batchId, DateTimeOffset acceptedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var rows = records.Select(judged => NewRow(judged, batchId, acceptedAt)).ToList();

        // Two versions of one record cannot share a transaction: the newest stands for both.
        var newest = rows.GroupBy(row => row.Keys).Select(same => same.MaxBy(row => row.Version)!).ToList();
        var left = await new RecordInserts(_table).InsertAsync(newest, cancellationToken);
        for (var round = 0; left.Count > 0; round++)
        {
            if (round == MaxRounds)
            {
                throw new InvalidOperationException(
                    $"{left.Count} records of batch {batchId} kept changing under another writer; the part is tried again.");
            }

            left = await SettleAsync(left, batchId, cancellationToken);
        }

        return [.. rows.Select(row => row.Outcome)];
    }

    private static bool IsDue(CitizenRecord record, RecordState? stored, string batchId)
    {
        if (stored is null)
        {
            return true;
        }

        var hash = ContentHash.Of(record);
        return stored.GivesWayTo(record.Version, hash, batchId) || stored.IsBy(record.Version, hash, batchId);
    }

    private static RowKeys KeysOf(CitizenRecord record) => new(RecordKeys.Partition(record), RecordKeys.Row(record));

    private PendingRow NewRow(JudgedRecord judged, string batchId, DateTimeOffset acceptedAt)
    {
        var entity = RecordRow.Of(judged);
        var hash = ContentHash.Of(judged.Record);
        entity["hash"] = hash;
        entity["batchId"] = batchId;
        entity["revision"] = 1;
        entity["acceptedAt"] = acceptedAt.ToUniversalTime();
        entity["storedAt"] = time.GetUtcNow();
        return new PendingRow(entity, judged.Record.Version, hash);
    }

    /// <summary>Compares rows with what is stored and writes what is due. Returns those that another writer overtook.</summary>
    private async Task<IReadOnlyList<PendingRow>> SettleAsync(IReadOnlyList<PendingRow> rows, string batchId, CancellationToken cancellationToken)
    {
        var states = await new RecordStates(_table).OfManyAsync([.. rows.Select(row => row.Keys)], cancellationToken);
        var due = rows.Where(row => row.Compare(states.GetValueOrDefault(row.Keys), batchId)).ToList();
        var overtaken = new List<PendingRow>();
        foreach (var partition in due.GroupBy(row => row.Keys.Partition, StringComparer.Ordinal))
        {
            foreach (var batch in TableBatches.Cut(partition, row => row.Entity))
            {
                if (!await RecordInserts.SubmitAsync(_table, batch, cancellationToken))
                {
                    overtaken.AddRange(batch);
                }
            }
        }

        return overtaken;
    }
}
