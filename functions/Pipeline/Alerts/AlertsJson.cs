using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>JSON of this room: camelCase, 汉字 unescaped.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AlertRulesSection))]
[JsonSerializable(typeof(MatterFacts))]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(AlertPolicy))]
[JsonSerializable(typeof(IReadOnlyList<AlertDeadline>))]
[JsonSerializable(typeof(List<Announcement>))]
[JsonSerializable(typeof(IReadOnlyList<EndedDeadline>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class AlertsJson : JsonSerializerContext
{
    /// <summary>The context whose output keeps 汉字 as they are.</summary>
    public static AlertsJson Plain { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
