using System.Text;
using System.Text.Json;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Forms of an export.</summary>
public enum ExportFormat
{
    /// <summary>RFC 4180 with a byte order mark; cells that a spreadsheet would run are defused.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    Ndjson,

    /// <summary>Apache Parquet, 5,000 rows a group.</summary>
    Parquet,
}

/// <summary>Writes masked records with their verdicts to a stream, as they are read: an export of any size needs little memory.</summary>
public sealed class RecordExporter(IRecordQuery records, IUnitNames names)
{
    private const int FlushAt = 64 * 1024;

    /// <summary>Reads <c>csv</c>, <c>ndjson</c> or <c>parquet</c>.</summary>
    public static bool TryParse(string? name, out ExportFormat format)
    {
        format = name switch { "ndjson" => ExportFormat.Ndjson, "parquet" => ExportFormat.Parquet, _ => ExportFormat.Csv };
        return name is "csv" or "ndjson" or "parquet";
    }

    /// <summary>Writes every record that the filter lets through, channel by channel and by day; returns how many.</summary>
    public async Task<long> ExportAsync(RecordFilter filter, ExportFormat format, Stream target, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var lines = LinesAsync(filter, progress, cancellationToken);
        return format switch
        {
            ExportFormat.Csv => await WriteTextAsync(lines, target, RecordLine.Columns.AppendHeads, RecordLine.Columns.AppendLine, withMark: true, cancellationToken),
            ExportFormat.Ndjson => await WriteTextAsync(lines, target, _ => { }, AppendJson, withMark: false, cancellationToken),
            _ => await ParquetRecords.WriteAsync(lines, target, cancellationToken),
        };
    }

    private static void AppendJson(StringBuilder text, RecordLine line) =>
        text.Append(JsonSerializer.Serialize(line, InsightsJson.Plain.RecordLine)).Append('\n');

    private static async Task<long> WriteTextAsync(
        IAsyncEnumerable<RecordLine> lines, Stream target, Action<StringBuilder> heads, Action<StringBuilder, RecordLine> append, bool withMark, CancellationToken cancellationToken)
    {
        if (withMark)
        {
            await target.WriteAsync(CsvText.Bom.ToArray(), cancellationToken);
        }

        var text = new StringBuilder();
        heads(text);
        var count = 0L;
        await foreach (var line in lines)
        {
            append(text, line);
            count++;
            if (text.Length >= FlushAt)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();
        return count;

        async Task FlushAsync()
        {
            await target.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
            text.Clear();
        }
    }

    private async IAsyncEnumerable<RecordLine> LinesAsync(
        RecordFilter filter, IProgress<long>? progress, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var stored in records.ReadAsync(filter, cancellationToken))
        {
            yield return RecordLine.Of(stored, names.NameOf(stored.Verdict.Routing.Lead));
            progress?.Report(++count);
        }
    }
}
