using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>The parts that every card is made of, written straight as UTF-8 with 汉字 unescaped.</summary>
internal static class CardWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A Workflows webhook's body around a card, or the answer to a command (then with <paramref name="summary"/> as its text); no actions, no buttons.</summary>
    public static ReadOnlyMemory<byte> Message(
        string fallback, Action<Utf8JsonWriter> body, Action<Utf8JsonWriter>? actions, string? language = null, string? summary = null) => Piece(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "message");
        if (summary is not null)
        {
            json.WriteString("text", summary);
        }

        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
        if (summary is null)
        {
            json.WriteNull("contentUrl");
        }

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
    });

    /// <summary>What is written, as bytes of UTF-8.</summary>
    public static ReadOnlyMemory<byte> Piece(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Options);
        write(json);
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>A coloured box; <paramref name="style"/> is one of Adaptive Cards' container styles.</summary>
    public static void Container(this Utf8JsonWriter json, string style, Action<Utf8JsonWriter> items, bool bleed = true)
    {
        json.WriteStartObject();
        json.WriteString("type", "Container");
        json.WriteString("style", style);
        if (bleed)
        {
            json.WriteBoolean("bleed", true);
        }

        json.WriteStartArray("items");
        items(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A text that is already escaped; <paramref name="section"/> makes it the heading of what follows, <paramref name="close"/> keeps it near what stands above.</summary>
    public static void Text(
        this Utf8JsonWriter json, string text, bool heading = false, bool subtle = false, bool section = false, bool bold = false, bool close = false)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextBlock");
        json.WriteString("text", text);
        json.WriteBoolean("wrap", true);
        if (heading)
        {
            json.WriteString("size", "Large");
        }

        if (heading || section || bold)
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

        if (close)
        {
            json.WriteString("spacing", "Small");
        }

        json.WriteEndObject();
    }

    /// <summary>Lines of names and values.</summary>
    public static void Facts(this Utf8JsonWriter json, Action<Utf8JsonWriter> facts)
    {
        json.WriteStartObject();
        json.WriteString("type", "FactSet");
        json.WriteStartArray("facts");
        facts(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A line of a fact set. Beside a long value a title of two 汉字 would be broken in two lines; a space that does not break keeps it whole.</summary>
    public static void Fact(this Utf8JsonWriter json, string title, string value)
    {
        json.WriteStartObject();
        json.WriteString("title", title.Length == 2 ? $"{title[0]}\u00A0{title[1]}" : title);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    /// <summary>Buttons inside a card's body.</summary>
    public static void Actions(this Utf8JsonWriter json, Action<Utf8JsonWriter> actions)
    {
        json.WriteStartObject();
        json.WriteString("type", "ActionSet");
        json.WriteStartArray("actions");
        actions(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A button that opens an address; <paramref name="first"/> makes it the one to press.</summary>
    public static void Link(this Utf8JsonWriter json, string title, string url, bool first = false)
    {
        json.WriteStartObject();
        json.WriteString("type", "Action.OpenUrl");
        json.WriteString("title", title);
        json.WriteString("url", url);
        if (first)
        {
            json.WriteString("style", "positive");
        }

        json.WriteEndObject();
    }
}
