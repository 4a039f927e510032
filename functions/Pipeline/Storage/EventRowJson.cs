using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>JSON inside columns of events.</summary>
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(List<TopicBurst>))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, int>>))]
internal sealed partial class EventRowJson : JsonSerializerContext
{
    /// <summary>The one instance to use.</summary>
    public static EventRowJson Plain { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
