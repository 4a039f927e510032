using System.Runtime.CompilerServices;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>Rows of sketches in a file, as the table holds them.</summary>
internal sealed class RowFile(FileStream file) : IAsyncDisposable
{
    /// <summary>Appends a row.</summary>
    public void Write(List<ToldRecord> records)
    {
        using var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true);
        foreach (var bytes in new[] { EventRows.Write(records.ConvertAll(one => one.Sketched.Record)), RecordWords.Write(records.ConvertAll(one => one.Words)) })
        {
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }
    }

    /// <summary>The rows, one after another.</summary>
    public static async IAsyncEnumerable<SketchBatch> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        using var reader = new BinaryReader(file);
        for (var number = 0; file.Position < file.Length; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var records = EventRows.Read(reader.ReadBytes(reader.ReadInt32()));
            yield return new SketchBatch($"20260101T000000Z-{number:00000000}-0001-0", DateTimeOffset.UnixEpoch.AddSeconds(number), [.. records.Select(record => new SketchedRecord(record, 1))])
            {
                Words = reader.ReadBytes(reader.ReadInt32()),
            };
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => file.DisposeAsync();
}
