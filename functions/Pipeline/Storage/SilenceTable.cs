using Azure;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Notify.Silences;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The table <c>silences</c>: one partition, a row a silence; what has ended stays, for whoever asks later why nothing was sent.</summary>
public sealed class SilenceTable(StorageClients clients) : ISilenceStore
{
    private const string Partition = "silence";

    private readonly TableClient _table = clients.Table(StorageNames.Silences);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Silence>> ListAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Silence> found = [];
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and until gt {now}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            found.Add(new Silence(
                row.RowKey,
                row.GetString("reason"),
                row.GetString("author"),
                row.GetDateTimeOffset("createdAt") ?? default,
                row.GetDateTimeOffset("until") ?? default,
                row.GetString("alertId"),
                row.GetString("unit"),
                row.GetString("kind"),
                row.GetString("place")));
        }

        return found;
    }

    /// <inheritdoc/>
    public Task AddAsync(Silence silence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(silence);
        return _table.AddEntityAsync(
            new TableEntity(Partition, silence.Id)
            {
                ["reason"] = silence.Reason,
                ["author"] = silence.Author,
                ["createdAt"] = silence.CreatedAt,
                ["until"] = silence.Until,
                ["alertId"] = silence.AlertId,
                ["unit"] = silence.Unit,
                ["kind"] = silence.Kind,
                ["place"] = silence.Place,
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);

        // Any text can stand in the address of a request.
        return id.Length is > 0 and <= 40 && id.All(char.IsAsciiLetterOrDigit)
            && (await _table.DeleteEntityAsync(Partition, id, ETag.All, cancellationToken)).Status != 404;
    }
}
