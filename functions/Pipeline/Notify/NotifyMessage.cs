using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>A message of the queue <c>notify</c>: all the news of one part, with the alerts as they stood, so that sending reads nothing; or a flush.</summary>
/// <param name="Items">The news; empty for a flush.</param>
/// <param name="Recheck">True when some may have been sent before: the notify log is read first.</param>
/// <param name="Flush">The receiver (<see cref="NotifyTarget.Channel"/>) whose outbox is to be emptied; null for news.</param>
/// <param name="Id">Names a flush, so that it takes up its own lease again when its message comes once more.</param>
/// <param name="At">When a flush was to come, by the clock of whoever planned it (UTC).</param>
public sealed record NotifyMessage(IReadOnlyList<Announcement> Items, bool Recheck = false, string? Flush = null, string? Id = null, DateTimeOffset? At = null)
{
    /// <summary>The flush of a receiver, planned for a moment or due at once.</summary>
    public static NotifyMessage FlushOf(string channel, DateTimeOffset? at = null) => new([], Flush: channel, Id: Guid.NewGuid().ToString("N"), At: at);
}

/// <summary>JSON of the queue <c>notify</c> and its outbox: camelCase, 汉字 unescaped.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NotifyMessage))]
[JsonSerializable(typeof(Announcement))]
[JsonSerializable(typeof(IReadOnlyList<NotifyTarget>))]
public sealed partial class NotifyJson : JsonSerializerContext
{
    /// <summary>The context whose output keeps 汉字 as they are.</summary>
    public static NotifyJson Plain { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
