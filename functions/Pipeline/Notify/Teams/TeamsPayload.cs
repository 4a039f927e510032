using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>The fields of an outgoing webhook's body that the product reads; who wrote it is left out on purpose.</summary>
internal sealed record TeamsPayload(string? Id, DateTimeOffset? Timestamp, string? Text);

/// <summary>The simplest answer.</summary>
internal sealed record TeamsText(string Type, string Text);

/// <summary>JSON of the command channel: camelCase, 汉字 unescaped.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TeamsPayload))]
[JsonSerializable(typeof(TeamsText))]
internal sealed partial class TeamsJson : JsonSerializerContext
{
    public static TeamsJson Plain { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
