using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Ack;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>
/// Writes the card of an alert as the body of a Teams Workflows webhook. Every text has a longest length, so that a card stays under
/// <see cref="Budget"/> whatever citizens write; what was cut is said in the card.
/// </summary>
public sealed class AlertCard(IUnitNames units, AckLinks links, PublicAddress address)
{
    /// <summary>Longest body in bytes of UTF-8; Teams takes about 28 KB after expansion.</summary>
    public const int Budget = 20 * 1024;

    private const int LongestTitle = 80;
    private const int LongestLine = 120;
    private const int LongestExcerpt = 200;
    private const int MostNames = 8;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body for a piece of news; only the lead unit's card (<paramref name="mayAcknowledge"/>) carries the 签收 link.</summary>
    public ReadOnlyMemory<byte> Write(Announcement news, bool mayAcknowledge)
    {
        ArgumentNullException.ThrowIfNull(news);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Options);
        var alert = news.Alert;
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
        json.WriteString("fallbackText", Fallback(news));
        json.WriteStartArray("body");
        WriteHeading(json, news);
        WriteFacts(json, alert);
        WriteExcerpt(json, alert);
        json.WriteEndArray();
        WriteActions(json, alert, mayAcknowledge && alert.State is AlertState.Open or AlertState.Returned);
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

    private static string Heading(Announcement news) =>
        $"【{AlertLevel.NameOf(news.Alert.Level)}预警·{KindOf(news.Reason)}】{CardText.Escape(news.Alert.Title, LongestTitle)}{(news.Alert.Doubtful ? "（请先核实）" : "")}";

    private static string KindOf(string reason) => reason switch
    {
        AnnouncementReason.Opened => "新预警",
        _ when reason.StartsWith(AnnouncementReason.RaisedPrefix, StringComparison.Ordinal) => "级别上调",
        _ when reason.StartsWith(AnnouncementReason.ReopenedPrefix, StringComparison.Ordinal) => "办结后再次反映",
        _ when reason.StartsWith(AnnouncementReason.ReassignedPrefix, StringComparison.Ordinal) => "改派",
        _ when reason.StartsWith(AnnouncementReason.ReturnedPrefix, StringComparison.Ordinal) => "被退回，待改派",
        _ => "通知",
    };

    private static string StyleOf(string level) => level switch
    {
        AlertLevel.Red => "attention",
        AlertLevel.Orange => "warning",
        AlertLevel.Yellow => "accent",
        _ => "emphasis",
    };

    private static string Time(DateTimeOffset time) => ShanghaiTime.Of(time).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static void WriteHeading(Utf8JsonWriter json, Announcement news)
    {
        json.WriteStartObject();
        json.WriteString("type", "Container");
        json.WriteString("style", StyleOf(news.Alert.Level));
        json.WriteBoolean("bleed", true);
        json.WriteStartArray("items");
        WriteText(json, Heading(news), heading: true);
        if (news.Alert.Doubtful)
        {
            WriteText(json, "系统判断把握不大：请先核实是否确有险情，再处置；属误报的请在控制台登记。");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteExcerpt(Utf8JsonWriter json, Alert alert)
    {
        if (alert.Excerpt.Length == 0)
        {
            return;
        }

        WriteText(json, $"最早一条诉求（已脱敏）：{CardText.Escape(alert.Excerpt, LongestExcerpt)}");
        if (alert.Excerpt.Length > LongestExcerpt || alert.Excerpt.EndsWith('…'))
        {
            WriteText(json, "原文较长，已截断；全文请在控制台查看。", subtle: true);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string text, bool heading = false, bool subtle = false)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextBlock");
        json.WriteString("text", text);
        json.WriteBoolean("wrap", true);
        if (heading)
        {
            json.WriteString("size", "Large");
            json.WriteString("weight", "Bolder");
        }

        if (subtle)
        {
            json.WriteBoolean("isSubtle", true);
        }

        json.WriteEndObject();
    }

    private static void WriteFact(Utf8JsonWriter json, string title, string value)
    {
        json.WriteStartObject();
        json.WriteString("title", title);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter json, string title, string url)
    {
        json.WriteStartObject();
        json.WriteString("type", "Action.OpenUrl");
        json.WriteString("title", title);
        json.WriteString("url", url);
        json.WriteEndObject();
    }

    private string Fallback(Announcement news) =>
        $"{Heading(news)}，编号 {news.Alert.Id}，主办：{Name(news.Alert.Unit)}，签收时限：{Time(news.Alert.AcknowledgeBy)}";

    private void WriteFacts(Utf8JsonWriter json, Alert alert)
    {
        json.WriteStartObject();
        json.WriteString("type", "FactSet");
        json.WriteStartArray("facts");
        WriteFact(json, "编号", alert.Id);
        WriteFact(json, "级别", AlertLevel.NameOf(alert.Level) + (alert.Doubtful ? "（请先核实）" : ""));
        WriteFact(json, "主办", Name(alert.Unit));
        WriteFact(json, "协办", alert.Support.Count == 0 ? "无" : Names(alert.Support, Name));
        WriteFact(json, "地点", string.IsNullOrEmpty(alert.Place) ? "未能识别" : CardText.Escape(alert.Place, LongestLine));
        WriteFact(json, "时限", alert.State is AlertState.Open or AlertState.Returned ? $"{Time(alert.AcknowledgeBy)} 前签收" : AlertState.NameOf(alert.State));
        WriteFact(json, "渠道", Names(alert.Channels, channel => CardText.Escape(Channels.NameOf(channel), LongestLine)));
        WriteFact(json, "条数", alert.RecordCount.ToString(CultureInfo.InvariantCulture));
        if (alert.Why.Length > 0)
        {
            WriteFact(json, "依据", CardText.Escape(alert.Why, LongestLine));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteActions(Utf8JsonWriter json, Alert alert, bool acknowledge)
    {
        json.WriteStartArray("actions");
        if (acknowledge && links.LinkFor(alert) is { } link)
        {
            WriteLink(json, "签收", link);
        }

        if (address.LinkTo($"console/alerts/{alert.Id}") is { } page)
        {
            WriteLink(json, "查看", page);
        }

        json.WriteEndArray();
    }

    private string Name(string unit) => CardText.Escape(units.NameOf(unit), LongestLine);

    private static string Names(IReadOnlyList<string> codes, Func<string, string> name) => codes.Count <= MostNames
        ? string.Join('、', codes.Select(name))
        : $"{string.Join('、', codes.Take(MostNames).Select(name))} 等 {codes.Count} 个";
}
