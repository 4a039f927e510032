using System.Text.Encodings.Web;
using System.Text.Json;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>A digest as a Teams message with one Adaptive Card 1.4, at most <see cref="Limit"/> bytes; what is cut is said in the card.</summary>
public static class DigestCard
{
    /// <summary>Bytes of UTF-8 that a card may have (Teams takes about 28 KB after its own expansion).</summary>
    public const int Limit = 20 * 1024;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Draws the card; <paramref name="page"/> is where the whole digest can be read, null when there is no such place.</summary>
    public static byte[] Render(Digest digest, Uri? page)
    {
        ArgumentNullException.ThrowIfNull(digest);
        for (var rows = 10; ; rows--)
        {
            var card = Render(digest, page, rows);
            if (card.Length <= Limit || rows == 0)
            {
                return card;
            }
        }
    }

    private static byte[] Render(Digest digest, Uri? page, int rows)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartObject();
            json.WriteString("type", "message");
            json.WriteStartArray("attachments");
            json.WriteStartObject();
            json.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
            json.WriteNull("contentUrl");
            json.WriteStartObject("content");
            Card(json, digest, page, rows);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Card(Utf8JsonWriter json, Digest digest, Uri? page, int rows)
    {
        var summary = DigestWords.Summary(digest);
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("version", "1.4");
        json.WriteString("lang", "zh-CN");
        json.WriteString("fallbackText", $"{CardText.Escape(digest.Title, 60)} {digest.Span}：{summary}");
        json.WriteStartArray("body");
        Text(json, CardText.Escape(digest.Title, 60), size: "Large", weight: "Bolder");
        Text(json, digest.Span, subtle: true);
        Text(json, summary);
        Facts(json, "渠道", digest.Channels, digest.Channels.Count);
        Facts(json, "情绪", digest.Sentiments, digest.Sentiments.Count);
        Facts(json, "主办单位", digest.Units, rows);
        List(json, "本期预警", [.. digest.Alerts.Select(Describe)], rows);
        List(json, "待签收", [.. digest.Waiting.Select(Describe)], rows);
        List(json, "集中反映", [.. digest.Matters.Select(Describe)], rows);
        json.WriteEndArray();
        if (page is not null)
        {
            json.WriteStartArray("actions");
            json.WriteStartObject();
            json.WriteString("type", "Action.OpenUrl");
            json.WriteString("title", "查看全文");
            json.WriteString("url", page.AbsoluteUri);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("msteams");
        json.WriteString("width", "full");
        json.WriteEndObject();
    }

    private static string Describe(DigestAlert alert) =>
        $"**{AlertLevel.NameOf(alert.Level)}** {CardText.Escape(alert.Title, 60)}（{alert.Id}，{CardText.Escape(alert.Unit, 30)}，{DigestWords.Acknowledgement(alert)}）";

    private static string Describe(DigestMatter matter) =>
        FormattableString.Invariant($"{CardText.Escape(matter.Street, 30)}·{CardText.Escape(matter.Topic, 30)}：{matter.Count} 件（{matter.Negative} 件负面）")
        + (matter.Example is null ? "" : $"，如“{CardText.Escape(matter.Example, 40)}”");

    private static void Facts(Utf8JsonWriter json, string heading, IReadOnlyList<DigestCount> counts, int rows)
    {
        if (counts.Count == 0 || rows == 0)
        {
            return;
        }

        Heading(json, heading);
        json.WriteStartObject();
        json.WriteString("type", "FactSet");
        json.WriteStartArray("facts");
        foreach (var count in counts.Take(rows))
        {
            json.WriteStartObject();
            json.WriteString("title", CardText.Escape(count.Name, 30));
            json.WriteString("value", FormattableString.Invariant($"{count.Count}（{count.Change}）"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        Cut(json, counts.Count - rows);
    }

    private static void List(Utf8JsonWriter json, string heading, IReadOnlyList<string> lines, int rows)
    {
        if (lines.Count == 0)
        {
            return;
        }

        Heading(json, FormattableString.Invariant($"{heading}（{lines.Count}）"));
        foreach (var line in lines.Take(rows))
        {
            Text(json, line);
        }

        Cut(json, lines.Count - rows);
    }

    private static void Cut(Utf8JsonWriter json, int count)
    {
        if (count > 0)
        {
            Text(json, FormattableString.Invariant($"另有 {count} 项未列出，请看全文。"), subtle: true);
        }
    }

    private static void Heading(Utf8JsonWriter json, string text) => Text(json, text, weight: "Bolder", separator: true);

    private static void Text(Utf8JsonWriter json, string text, string? size = null, string? weight = null, bool subtle = false, bool separator = false)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextBlock");
        json.WriteString("text", text);
        json.WriteBoolean("wrap", true);
        if (size is not null)
        {
            json.WriteString("size", size);
        }

        if (weight is not null)
        {
            json.WriteString("weight", weight);
        }

        if (subtle)
        {
            json.WriteBoolean("isSubtle", true);
        }

        if (separator)
        {
            json.WriteBoolean("separator", true);
        }

        json.WriteEndObject();
    }
}
