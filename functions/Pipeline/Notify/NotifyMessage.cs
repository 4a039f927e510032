using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>A message of the queue <c>notify</c>: all the news of one part, with the alerts as they stood, so that sending reads nothing.</summary>
/// <param name="Items">The news.</param>
/// <param name="Recheck">True when some may have been sent before: the notify log is read first.</param>
/// <param name="Attempt">1 at first; rises with each delayed retry.</param>
/// <param name="Target">A retry goes to the target of this key only; null otherwise.</param>
/// <param name="Summary">
/// Heading of a summary (系统恢复后汇总), then all the items of one unit go as one message; what does not fit is counted in it and logged as told.
/// </param>
public sealed record NotifyMessage(
    IReadOnlyList<Announcement> Items, bool Recheck = false, int Attempt = 1, string? Target = null, string? Summary = null);

/// <summary>JSON of the queue <c>notify</c>: camelCase, 汉字 unescaped.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NotifyMessage))]
public sealed partial class NotifyJson : JsonSerializerContext
{
    /// <summary>The context whose output keeps 汉字 as they are.</summary>
    public static NotifyJson Plain { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
