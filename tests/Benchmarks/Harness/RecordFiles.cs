using System.Text.Json;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Benchmarks.Harness;

/// <summary>Writes records as one NDJSON file a channel.</summary>
internal static class RecordFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One line, as the wire has it.</summary>
    public static string Line(SubmittedRecord record) => JsonSerializer.Serialize(record, Options);

    /// <summary>Files by channel, in <paramref name="folder"/>.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> WriteAsync(
        IEnumerable<SubmittedRecord> records, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var channel in records.GroupBy(record => record.Channel, StringComparer.Ordinal))
        {
            files[channel.Key] = Path.Combine(folder, channel.Key + ".ndjson");
            await File.WriteAllLinesAsync(files[channel.Key], channel.Select(Line), cancellationToken);
        }

        return files;
    }
}
