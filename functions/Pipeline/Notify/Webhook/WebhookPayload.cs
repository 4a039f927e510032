using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Webhook;

/// <summary>The JSON of a notice, at most <see cref="Budget"/> bytes of UTF-8. Texts are plain: whoever shows them escapes them.</summary>
public sealed class WebhookPayload(NewsSheets sheets, ClockWords clocks, IUnitNames units)
{
    /// <summary>Most bytes of the body.</summary>
    public const int Budget = 64 * 1024;

    private const int Frame = 4_000;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How many pieces of news fit.</summary>
    public int Fit(IReadOnlyList<Announcement> news)
    {
        ArgumentNullException.ThrowIfNull(news);
        var (count, left) = (0, Budget - Frame);
        for (; count < news.Count; count++)
        {
            left -= Item(news[count], sheets.Largest(news[count])).Length + 1;
            if (left < 0 && count > 0)
            {
                break;
            }
        }

        return count;
    }

    /// <summary>Writes a notice.</summary>
    public ReadOnlyMemory<byte> Write(Notice notice, NotifyTarget target, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(target);
        return Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("id", IdOf(notice, target));
            json.WriteString("sentAt", now);
            WriteUnit(json, "to", target.Unit);
            json.WriteString("heading", Text(notice.Heading, 200));
            var left = Budget - Frame;
            var lines = WriteLines(json, notice.Lines ?? [], ref left);
            var news = WriteNews(json, notice, target, left);
            json.WriteNumber("omitted", (notice.Lines?.Count ?? 0) - lines + notice.News.Count - news);
            json.WriteEndObject();
        });
    }

    private static int WriteLines(Utf8JsonWriter json, IReadOnlyList<string> lines, ref int left)
    {
        var count = 0;
        json.WriteStartArray("lines");
        foreach (var line in lines.Select(line => Text(line, 400)))
        {
            left -= (6 * line!.Length) + 3;
            if (left < 0)
            {
                break;
            }

            json.WriteStringValue(line);
            count++;
        }

        json.WriteEndArray();
        return count;
    }

    private int WriteNews(Utf8JsonWriter json, Notice notice, NotifyTarget target, int left)
    {
        var count = 0;
        json.WriteStartArray("news");
        for (; count < notice.News.Count; count++)
        {
            var item = Item(notice.News[count], sheets.Of(notice, count, target));
            left -= item.Length + 1;
            if (left < 0)
            {
                break;
            }

            json.WriteRawValue(item.Span, skipInputValidation: true);
        }

        json.WriteEndArray();
        return count;
    }

    private ReadOnlyMemory<byte> Item(Announcement news, NewsSheet sheet) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("reason", news.Reason);
        json.WriteString("at", news.At);
        json.WriteString("label", sheet.Label);
        json.WriteString("lead", Text(sheet.Lead, 300));
        json.WriteString("note", Text(sheet.Note?.Value, 500));
        WriteAlert(json, news.Alert);
        json.WriteStartObject("links");
        foreach (var link in sheet.Actions)
        {
            json.WriteString(link.Action, link.Url);
        }

        if (sheet.Page is not null)
        {
            json.WriteString("page", sheet.Page);
        }

        if (sheet.EventPage is not null)
        {
            json.WriteString("event", sheet.EventPage);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private void WriteAlert(Utf8JsonWriter json, Alert alert)
    {
        json.WriteStartObject("alert");
        json.WriteString("id", alert.Id);
        json.WriteString("level", alert.Level);
        json.WriteString("state", alert.State);
        json.WriteString("title", Text(alert.Title, 100));
        WriteUnit(json, "lead", alert.Unit);
        json.WriteStartArray("support");
        foreach (var unit in alert.Support.Take(20))
        {
            WriteUnit(json, null, unit);
        }

        json.WriteEndArray();
        json.WriteBoolean("doubtful", alert.Doubtful);
        json.WriteString("kind", alert.Kind);
        json.WriteString("place", Text(alert.Place, 100));
        json.WriteString("why", Text(alert.Why, 200));
        json.WriteString("excerpt", Text(alert.Excerpt, NewsSheet.LongestExcerpt));
        json.WriteNumber("records", alert.RecordCount);
        json.WriteString("openedAt", alert.OpenedAt);
        json.WriteStartArray("deadlines");
        foreach (var deadline in DeadlineWords.Running(alert).Take(12))
        {
            json.WriteStartObject();
            json.WriteString("clock", deadline.Clock);
            json.WriteString("name", clocks.NameOf(deadline.Clock));
            json.WriteString("dueAt", deadline.DueAt);
            json.WriteString("source", clocks.SourceOf(deadline.Clock));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (alert.Event is { } one)
        {
            WriteEvent(json, one);
        }

        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, AlertEvent one)
    {
        json.WriteStartObject("event");
        json.WriteString("id", one.Id);
        json.WriteString("title", Text(one.Title, 100));
        json.WriteStartArray("terms");
        foreach (var term in one.Terms.Take(8))
        {
            json.WriteStringValue(Text(term, 20));
        }

        json.WriteEndArray();
        json.WriteString("why", Text(one.Why, 200));
        json.WriteNumber("records", one.Records);
        json.WriteNumber("voices", one.Voices);
        json.WriteStartArray("channels");
        foreach (var channel in one.Channels)
        {
            json.WriteStringValue(channel);
        }

        json.WriteEndArray();
        json.WriteString("firstAt", one.FirstAt);
        json.WriteString("lastAt", one.LastAt);
        json.WriteEndObject();
    }

    private void WriteUnit(Utf8JsonWriter json, string? property, string code)
    {
        if (property is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(property);
        }

        json.WriteString("code", Text(code, 40));
        json.WriteString("name", Text(units.NameOf(code), 60));
        json.WriteEndObject();
    }

    // The same for every try, so that a receiver can drop what it has.
    private static string IdOf(Notice notice, NotifyTarget target)
    {
        var identity = string.Join('\n', notice.News.Select(news => $"{news.Alert.Id} {news.Reason}").Prepend(string.Create(
            CultureInfo.InvariantCulture, $"{target.Key} {notice.Heading} {string.Join(' ', notice.Lines ?? [])}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..32];
    }

    private static string? Text(string? text, int length) => text is null ? null : PlainText.Line(text.Length > 2 * length ? text[..(2 * length)] + "…" : text, length);

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Options);
        write(json);
        json.Flush();
        return buffer.WrittenMemory;
    }
}
