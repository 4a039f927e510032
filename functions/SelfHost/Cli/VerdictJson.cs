using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.SelfHost.Cli;

/// <summary>The wire form of verdicts and events: camelCase, 汉字 unescaped.</summary>
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(ReplayedEvent))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class VerdictJson : JsonSerializerContext
{
    /// <summary>The one instance to use.</summary>
    public static VerdictJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
