using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Words;

namespace SentimentWatch.Pipeline.Notify.DingTalk;

/// <summary>The body of a 钉钉 robot's markdown message, at most <see cref="Budget"/> bytes of UTF-8. It mentions nobody.</summary>
public sealed class DingTalkMessage(NewsSheets sheets)
{
    /// <summary>Most bytes of the body.</summary>
    public const int Budget = 20_000;

    // What stands around the text, and the title.
    private const int Frame = 800;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ChatMarkdown _markdown = new(sheets, new ChatStyle(Budget - Frame, InJson, "\n\n", (text, _) => $"### {text}"));

    // 钉钉 counts the body, where JSON escapes quotes, line breaks and what lies beyond the basic plane.
    private static int InJson(string text) => text.EnumerateRunes().Sum(rune => rune.Value switch
    {
        '"' or '\\' or '\n' => 2,
        > 0xFFFF => 12,
        _ => rune.Utf8SequenceLength,
    });

    /// <summary>How many pieces of news fit.</summary>
    public int Fit(IReadOnlyList<Announcement> news) => _markdown.Fit(news);

    /// <summary>Writes a notice.</summary>
    public ReadOnlyMemory<byte> Write(Notice notice, NotifyTarget target)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(target);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("msgtype", "markdown");
        json.WriteStartObject("markdown");
        json.WriteString("title", _markdown.Title(notice, target));
        json.WriteString("text", _markdown.Write(notice, target));
        json.WriteEndObject();
        json.WriteStartObject("at");
        json.WriteBoolean("isAtAll", false);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
