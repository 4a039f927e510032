using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>JSON inside columns of events.</summary>
[JsonSerializable(typeof(List<string>))]
internal sealed partial class EventRowJson : JsonSerializerContext
{
    /// <summary>The one instance to use.</summary>
    public static EventRowJson Plain { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
