using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>Matters of the stream as a reader marked them; row ids only.</summary>
/// <param name="About">How they were marked.</param>
/// <param name="Matters">Rows that speak of one matter.</param>
/// <param name="Apart">Matters of one topic or place that must not become one.</param>
internal sealed record GoldMatters(string About, IReadOnlyList<GoldMatter> Matters, IReadOnlyList<GoldApart> Apart)
{
    private const string FileName = "gold.json";

    /// <summary>Reads them.</summary>
    public static GoldMatters Load(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, FileName));
        return JsonSerializer.Deserialize(file, GoldJson.Default.GoldMatters) ?? throw new InvalidDataException($"{FileName} is empty");
    }
}

/// <summary>One matter.</summary>
/// <param name="Name">A short name of the marker's own.</param>
/// <param name="Ids">Its rows.</param>
/// <param name="Maybe">Rows that are neither missed nor strangers.</param>
internal sealed record GoldMatter(string Name, IReadOnlyList<string> Ids, IReadOnlyList<string>? Maybe = null);

/// <summary>Groups of rows of which no two may meet.</summary>
internal sealed record GoldApart(string Name, IReadOnlyList<IReadOnlyList<string>> Groups);

/// <summary>Reads the gold file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GoldMatters))]
internal sealed partial class GoldJson : JsonSerializerContext;
