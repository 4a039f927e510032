using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Words;

namespace SentimentWatch.Pipeline.Notify.WeCom;

/// <summary>The body of a 企业微信 robot's markdown message. Its content holds at most <see cref="Budget"/> bytes of UTF-8.</summary>
public sealed class WeComMessage(NewsSheets sheets)
{
    /// <summary>Most bytes of the content.</summary>
    public const int Budget = 4_096;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ChatMarkdown _markdown = new(sheets, new ChatStyle(Budget, Encoding.UTF8.GetByteCount, "\n", Heading));

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
        json.WriteString("content", _markdown.Write(notice, target));
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    // 企业微信 knows three colours: warning (orange red), comment (grey) and info (green).
    private static string Heading(string text, string? level) => level switch
    {
        AlertLevel.Red or AlertLevel.Orange => $"""### <font color="warning">{text}</font>""",
        AlertLevel.Blue => $"""### <font color="info">{text}</font>""",
        _ => $"### {text}",
    };
}
