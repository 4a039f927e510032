using System.Text.Json;

namespace SentimentWatch.Pipeline.Notify.Http;

/// <summary>The answer of chats that say 200 to everything and put the outcome into <c>{"errcode":…}</c>.</summary>
internal static class ErrCode
{
    /// <summary>The code; null when the body holds none.</summary>
    public static int? Of(string body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.ValueKind == JsonValueKind.Object
                && answer.RootElement.TryGetProperty("errcode", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number)
                    ? number
                    : null;
        }
        catch (JsonException)
        {
            // A page of a proxy, say: the caller treats it as no answer.
            return null;
        }
    }
}
