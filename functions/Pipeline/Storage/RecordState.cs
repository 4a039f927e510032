using Azure;
using Azure.Data.Tables;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>What must be known of a stored row to decide whether a record replaces it.</summary>
/// <param name="Row">The selected columns, among them what a person decided.</param>
internal sealed record RecordState(int Version, string Hash, string BatchId, int Revision, string? EventId, TableEntity Row)
{
    /// <summary>Columns to select.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["PartitionKey", "RowKey", "version", "hash", "batchId", "revision", "eventId", .. DecidedColumns.All];

    /// <summary>Reads the selected columns.</summary>
    public static RecordState Of(TableEntity row) => new(
        row.GetInt32("version") ?? 0,
        row.GetString("hash") ?? "",
        row.GetString("batchId") ?? "",
        row.GetInt32("revision") ?? 1,
        row.GetString("eventId"),
        row);

    /// <summary>The row's ETag.</summary>
    public ETag ETag => Row.ETag;

    /// <summary>
    /// True when a record of <paramref name="batchId"/> with this version and content takes the row over. Batch ids sort by time, so of two
    /// contents under one version (a source that counts none) the one accepted later stays, in whatever order they are processed.
    /// </summary>
    public bool GivesWayTo(int version, string hash, string batchId) =>
        version > Version || (version == Version && hash != Hash && string.CompareOrdinal(batchId, BatchId) > 0);

    /// <summary>True when this very batch wrote the row: a replay.</summary>
    public bool IsBy(int version, string hash, string batchId) => BatchId == batchId && Version == version && Hash == hash;
}
