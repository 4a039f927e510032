using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>JSON of digests and answers: camelCase, 汉字 unescaped.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(Answer<RecordLine>))]
[JsonSerializable(typeof(Answer<AlertLine>))]
[JsonSerializable(typeof(Answer<EventLine>))]
[JsonSerializable(typeof(Answer<TopicBurst>))]
[JsonSerializable(typeof(Answer<UnitResponsiveness>))]
[JsonSerializable(typeof(PolicyReport))]
[JsonSerializable(typeof(PolicySheet))]
[JsonSerializable(typeof(RecordLine))]
[JsonSerializable(typeof(ReviewLine))]
[JsonSerializable(typeof(Dictionary<string, int>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<HotMatter>))]
public sealed partial class InsightsJson : JsonSerializerContext
{
    /// <summary>The one instance to use.</summary>
    public static InsightsJson Plain { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
