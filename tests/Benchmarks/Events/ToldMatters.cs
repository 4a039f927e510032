using System.Text.Json;
using System.Text.Json.Serialization;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>
/// Invented matters that were written out by hand, each text as another person would tell it. Sets: <c>registers-1</c> and <c>registers-2</c>
/// (26 matters of 12 texts: the six registers first, then six more), <c>mailbox</c> (24 matters of 4 to 10 letters among 250 others).
/// </summary>
internal static class ToldMatters
{
    /// <summary>Texts of a matter that stand for the six registers: its first ones.</summary>
    public const int Registers = 6;

    /// <summary>All sets.</summary>
    public static readonly IReadOnlyList<string> Sets = ["registers-1", "registers-2", "six-1", "six-2", "mailbox"];

    private static readonly DateTimeOffset Start = new(2019, 1, 5, 0, 0, 0, TimeSpan.FromHours(8));
    private const int Days = 150;
    private const int ShortestDays = 2;
    private const int LongestDays = 30;

    /// <summary>Reads a set. Matters without dates of their own lie somewhere in half a year, each within 2 to 30 days; the seed says where.</summary>
    public static IReadOnlyList<WrittenRecord> Load(string folder, string set, int seed)
    {
        var random = new Random(seed);
        var spans = new Dictionary<string, (DateTimeOffset From, double Days)>(StringComparer.Ordinal);
        var records = new List<WrittenRecord>();
        foreach (var line in File.ReadLines(Path.Combine(folder, $"told-{set}.ndjson")))
        {
            var text = JsonSerializer.Deserialize(line, ToldJson.Default.ToldText) ?? throw new InvalidDataException($"told-{set}.ndjson, line {records.Count + 1} is empty");
            var about = text.Matter ?? text.Near ?? "";
            if (!spans.TryGetValue(about, out var span))
            {
                spans[about] = span = (Start.AddDays(random.NextDouble() * Days), ShortestDays + (random.NextDouble() * (LongestDays - ShortestDays)));
            }

            records.Add(new WrittenRecord(text.Matter, new SubmittedRecord
            {
                Channel = text.Register,
                SourceId = $"{set}-{records.Count + 1}",
                ReceivedAt = text.At ?? span.From.AddDays(random.NextDouble() * span.Days),
                Title = text.Title,
                Body = text.Text,
                CallerFields = [$"{set}-{records.Count + 1}"],
            }));
        }

        return records;
    }
}

/// <summary>A written text.</summary>
/// <param name="Matter">The matter it tells of; null for one of none.</param>
/// <param name="Record">The record.</param>
internal sealed record WrittenRecord(string? Matter, SubmittedRecord Record);

/// <summary>A line of the files.</summary>
/// <param name="Matter">The matter it tells of.</param>
/// <param name="Near">The matter it is not of but near to: the same place with another trouble, or the same trouble elsewhere.</param>
/// <param name="At">When it came.</param>
/// <param name="Register">Channel code.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text.</param>
internal sealed record ToldText(string? Matter, string? Near, DateTimeOffset? At, string Register, string? Title, string Text);

/// <summary>Reads the files.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ToldText))]
internal sealed partial class ToldJson : JsonSerializerContext;
