using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The table <c>sketches</c>: PartitionKey the UTC day of acceptance, RowKey <c>{batchId}-{part:0000}-{piece}</c>.</summary>
public sealed class SketchTable(StorageClients clients) : ISketchStore
{
    // The service's limits are 64 KiB a binary column and 1 MiB a row.
    private const int ColumnBytes = 60_000;
    private const int RowBytes = 12 * ColumnBytes;

    private const string Data = "data";
    private const string Words = "words";

    // Behind all days, so that every reading of rows meets it.
    private const string Sign = "sign";

    private readonly TableClient _table = clients.Table(StorageNames.Sketches);

    /// <inheritdoc/>
    public async Task WriteAsync(string batchId, int part, IReadOnlyList<ToldRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batchId);
        var rows = Pack(records).Select((packed, piece) => RowOf(batchId, part, piece, packed)).ToList();
        if (rows is [var only])
        {
            await _table.UpsertEntityAsync(only, TableUpdateMode.Replace, cancellationToken);
            return;
        }

        await TableBatches.WriteAsync(_table, TableTransactionActionType.UpsertReplace, rows, cancellationToken);
    }

    /// <inheritdoc/>
    public Task SignAsync(string sign, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(new TableEntity(Sign, Sign) { [Sign] = sign }, TableUpdateMode.Replace, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<SketchBatch> ReadAsync(DateOnly from, DateTimeOffset? writtenSince, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {RecordKeys.Compact(from)}")
            + (writtenSince is { } since ? " and " + TableClient.CreateQueryFilter($"Timestamp ge {since}") : "");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return row.PartitionKey == Sign
                ? new SketchBatch(row.RowKey, row.Timestamp ?? default, []) { Sign = row.GetString(Sign) }
                : new SketchBatch(row.RowKey, row.Timestamp ?? default, Read(row)) { Words = Bytes(row, Words) };
        }
    }

    private static IEnumerable<Packed> Pack(IReadOnlyList<ToldRecord> records)
    {
        var packed = new Packed(
            records, EventRows.Write([.. records.Select(one => one.Sketched.Record)]), RecordWords.Write([.. records.Select(one => one.Words)]));
        if (packed.Records.Count == 1 || packed.Data.Length + packed.Words.Length <= RowBytes)
        {
            return [packed];
        }

        var half = records.Count / 2;
        return Pack([.. records.Take(half)]).Concat(Pack([.. records.Skip(half)]));
    }

    private static TableEntity RowOf(string batchId, int part, int piece, Packed packed)
    {
        var row = new TableEntity(batchId[..8], string.Create(CultureInfo.InvariantCulture, $"{batchId}-{part:0000}-{piece}")) { ["records"] = packed.Records.Count };
        Put(row, Data, packed.Data);
        Put(row, Words, packed.Words);

        // Most records are of version 1; a row that says nothing of versions holds only such.
        if (packed.Records.Any(one => one.Sketched.Version != 1))
        {
            row["versions"] = string.Join(',', packed.Records.Select(one => one.Sketched.Version.ToString(CultureInfo.InvariantCulture)));
        }

        return row;
    }

    private static void Put(TableEntity row, string name, byte[] bytes)
    {
        for (int column = 1, start = 0; start < bytes.Length; column++, start += ColumnBytes)
        {
            row[Column(name, column)] = bytes[start..Math.Min(bytes.Length, start + ColumnBytes)];
        }
    }

    private static byte[] Bytes(TableEntity row, string name)
    {
        using var bytes = new MemoryStream();
        for (var column = 1; row.TryGetValue(Column(name, column), out var value) && value is byte[] piece; column++)
        {
            bytes.Write(piece);
        }

        return bytes.ToArray();
    }

    private static IReadOnlyList<SketchedRecord> Read(TableEntity row)
    {
        var versions = row.GetString("versions")?.Split(',');
        return [.. EventRows.Read(Bytes(row, Data)).Select((record, index) =>
            new SketchedRecord(record, versions is null ? 1 : int.Parse(versions[index], CultureInfo.InvariantCulture)))];
    }

    private static string Column(string name, int number) => number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{number}");

    private sealed record Packed(IReadOnlyList<ToldRecord> Records, byte[] Data, byte[] Words);
}
