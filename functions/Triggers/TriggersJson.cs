using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Notify.Silences;
using SentimentWatch.Triggers.Http;

namespace SentimentWatch.Triggers;

/// <summary>Bodies of requests and answers: camelCase, 汉字 unescaped.</summary>
[JsonSerializable(typeof(IntakeReceipt))]
[JsonSerializable(typeof(BatchStatus))]
[JsonSerializable(typeof(LogStep))]
[JsonSerializable(typeof(LogStepAnswer))]
[JsonSerializable(typeof(Readiness))]
[JsonSerializable(typeof(Answer<ReviewItem>))]
[JsonSerializable(typeof(ReviewBody))]
[JsonSerializable(typeof(ReviewReply))]
[JsonSerializable(typeof(EventBody))]
[JsonSerializable(typeof(EventReply))]
[JsonSerializable(typeof(EventReading))]
[JsonSerializable(typeof(Silence))]
[JsonSerializable(typeof(SilenceWish))]
[JsonSerializable(typeof(Answer<Silence>))]
internal sealed partial class TriggersJson : JsonSerializerContext
{
    /// <summary>The one instance to use.</summary>
    public static TriggersJson Plain { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
    });
}
