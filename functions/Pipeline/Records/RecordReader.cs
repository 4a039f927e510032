using System.Runtime.CompilerServices;
using System.Text;
using SentimentWatch.Pipeline.Records.Reading;

namespace SentimentWatch.Pipeline.Records;

/// <summary>
/// Reads records of any supported form, one result a line, with bounded memory. A bad line costs only itself.
/// Ids that repeat within one input under the same version are rejected; times are judged by <see cref="RecordValidator.Check"/>.
/// </summary>
public static class RecordReader
{
    private const int WindowBytes = 256 * 1024;
    private const int MaxJsonLength = 4 * 1024 * 1024;
    private const string TooLong = "the line is longer than 4 million characters; send the text alone, without attachments";

    /// <summary>Reads <paramref name="input"/> to its end.</summary>
    /// <param name="input">Need not be seekable; stays open.</param>
    /// <param name="format">Form of the input; JSON lines and arrays are told apart by what is found, whichever of the two is said.</param>
    /// <param name="channel">Channel of every record; empty when each record names its own.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        Stream input, RecordFormat format, string channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(channel);
        var seen = new HashSet<(string, string, int)>();
        await foreach (var result in ReadAllAsync(input, format, channel, cancellationToken))
        {
            yield return result.Record is { } record && !seen.Add((record.Channel, record.SourceId, record.Version))
                ? new ReadResult(result.Line, null, $"sourceId '{record.SourceId}' stands twice in this input under version {record.Version}; raise version when a record changed")
                : result;
        }
    }

    private static async IAsyncEnumerable<ReadResult> ReadAllAsync(
        Stream input, RecordFormat format, string channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = new byte[WindowBytes];
        var count = await input.ReadAtLeastAsync(window, window.Length, throwOnEndOfStream: false, cancellationToken);
        await using var whole = new PrefixedStream(window.AsMemory(0, count), input);
        if (format == RecordFormat.Xlsx || FormatSniffer.IsWorkbook(window.AsSpan(0, count)))
        {
            await foreach (var result in WorkbookRows.ReadAsync(whole, channel, cancellationToken))
            {
                yield return result;
            }

            yield break;
        }

        var encoding = TextEncoding.Detect(window.AsSpan(0, count));
        using var reader = new StreamReader(whole, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var found = format == RecordFormat.Csv ? format : FormatSniffer.OfText(encoding.GetString(window, 0, count));
        var results = found switch
        {
            RecordFormat.Csv => ReadCsvAsync(reader, channel, cancellationToken),
            RecordFormat.Json => ReadArrayAsync(reader, channel, cancellationToken),
            _ => ReadLinesAsync(reader, channel, cancellationToken),
        };
        await foreach (var result in results)
        {
            yield return result;
        }
    }

    private static async IAsyncEnumerable<ReadResult> ReadLinesAsync(TextReader reader, string channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new CappedLines(reader, MaxJsonLength);
        for (var line = 1; await lines.ReadAsync(cancellationToken) is var (text, tooLong); line++)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return tooLong ? JsonFields.Rejected(line, text, TooLong) : JsonFields.Read(line, text, channel);
            }
        }
    }

    private static async IAsyncEnumerable<ReadResult> ReadArrayAsync(TextReader reader, string channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var (text, tooLong) in new JsonElements(reader, MaxJsonLength).ReadAsync(cancellationToken))
        {
            number++;
            yield return tooLong ? JsonFields.Rejected(number, text, TooLong) : JsonFields.Read(number, text, channel);
        }
    }

    private static async IAsyncEnumerable<ReadResult> ReadCsvAsync(TextReader reader, string channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new CsvRows(reader);
        var table = new TableMapper(channel);
        while (!table.GaveUp && await rows.ReadAsync(cancellationToken) is { } row)
        {
            if (row.Fault is { } fault)
            {
                yield return new ReadResult(row.Line, null, fault, table.WithoutCaller(row.Start ?? ""));
            }
            else if (table.Map(row.Line, row.Cells) is { } result)
            {
                yield return result;
            }
        }

        if (!table.HasHeadings)
        {
            yield return new ReadResult(1, null, TableMapper.Expected);
        }
    }
}
