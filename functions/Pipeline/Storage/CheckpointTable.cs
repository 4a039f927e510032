using Azure.Data.Tables;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The rows <c>{source}</c>/<c>cursor</c> of the <c>checkpoints</c> table.</summary>
public sealed class CheckpointTable(StorageClients storage) : ICheckpointStore
{
    private const string Row = "cursor";
    private readonly TableClient _table = storage.Table(StorageNames.Checkpoints);

    /// <inheritdoc/>
    public async Task<Checkpoint?> GetAsync(string source, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(TableKey.Encode(source), Row, cancellationToken: cancellationToken);
        return found is not { HasValue: true, Value: { } row } ? null : new Checkpoint
        {
            Cursor = row.GetString("cursor"),
            Address = row.GetString("address"),
            ETag = row.GetString("etag"),
            LastModified = row.GetDateTimeOffset("lastModified"),
            Digest = row.GetString("digest"),
            PolledAt = row.GetDateTimeOffset("polledAt") ?? default,
            Error = row.GetString("error"),
        };
    }

    /// <inheritdoc/>
    public Task SetAsync(string source, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var row = new TableEntity(TableKey.Encode(source), Row)
        {
            ["cursor"] = checkpoint.Cursor,
            ["address"] = checkpoint.Address,
            ["etag"] = checkpoint.ETag,
            ["lastModified"] = checkpoint.LastModified?.ToUniversalTime(),
            ["digest"] = checkpoint.Digest,
            ["polledAt"] = checkpoint.PolledAt.ToUniversalTime(),
            ["error"] = checkpoint.Error,
        };
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }
}
