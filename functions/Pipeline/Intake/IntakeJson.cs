using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>JSON of messages, manifests, results and reports. Use <see cref="Wire"/>, which leaves base64 and 汉字 unescaped.</summary>
[JsonSerializable(typeof(PartMessage))]
[JsonSerializable(typeof(BatchManifest))]
[JsonSerializable(typeof(PartResult))]
[JsonSerializable(typeof(IntakeReceipt))]
[JsonSerializable(typeof(BatchStatus))]
[JsonSerializable(typeof(DropReport))]
public sealed partial class IntakeJson : JsonSerializerContext
{
    /// <summary>The one instance to use.</summary>
    public static IntakeJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
