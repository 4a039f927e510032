using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>The parts that every card is made of, written straight as UTF-8 with 汉字 unescaped.</summary>
internal static class CardWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A Workflows webhook's body around a card; no actions, no buttons.</summary>
    public static ReadOnlyMemory<byte> Message(string fallback, Action<Utf8JsonWriter> body, Action<Utf8JsonWriter>? actions, string? language = null)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("type", "message");
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
        json.WriteNull("contentUrl");
        json.WriteStartObject("content");
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("version", "1.4");
        if (language is not null)
        {
            json.WriteString("lang", language);
        }

        json.WriteString("fallbackText", fallback);
        json.WriteStartArray("body");
        body(json);
        json.WriteEndArray();
        if (actions is not null)
        {
            json.WriteStartArray("actions");
            actions(json);
            json.WriteEndArray();
        }

        json.WriteStartObject("msteams");
        json.WriteString("width", "full");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>A coloured box; <paramref name="style"/> is one of Adaptive Cards' container styles.</summary>
    public static void Container(this Utf8JsonWriter json, string style, Action<Utf8JsonWriter> items)
    {
        json.WriteStartObject();
        json.WriteString("type", "Container");
        json.WriteString("style", style);
        json.WriteBoolean("bleed", true);
        json.WriteStartArray("items");
        items(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A text that is already escaped; <paramref name="section"/> makes it the heading of what follows.</summary>
    public static void Text(this Utf8JsonWriter json, string text, bool heading = false, bool subtle = false, bool section = false)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextBlock");
        json.WriteString("text", text);
        json.WriteBoolean("wrap", true);
        if (heading)
        {
            json.WriteString("size", "Large");
        }

        if (heading || section)
        {
            json.WriteString("weight", "Bolder");
        }

        if (subtle)
        {
            json.WriteBoolean("isSubtle", true);
        }

        if (section)
        {
            json.WriteBoolean("separator", true);
        }

        json.WriteEndObject();
    }

    /// <summary>A line of a fact set.</summary>
    public static void Fact(this Utf8JsonWriter json, string title, string value)
    {
        json.WriteStartObject();
        json.WriteString("title", title);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    /// <summary>A button that opens an address.</summary>
    public static void Link(this Utf8JsonWriter json, string title, string url)
    {
        json.WriteStartObject();
        json.WriteString("type", "Action.OpenUrl");
        json.WriteString("title", title);
        json.WriteString("url", url);
        json.WriteEndObject();
    }

    /// <summary>Escaped text of at most <paramref name="length"/> characters as people count them, and at most twice as many UTF-16 units, so that its bytes are bounded.</summary>
    public static string Show(string? text, int length) =>
        CardText.Escape(text is { } given && given.Length > 2 * length ? string.Concat(given.AsSpan(0, 2 * length), "…") : text, length);
}
