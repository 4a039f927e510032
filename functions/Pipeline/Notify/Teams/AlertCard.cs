using System.Globalization;
using System.Text.Json;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Ack;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>
/// Writes the card of an alert, or of several in a burst, as the body of a Teams Workflows webhook. Every text has a longest length, so that a
/// card stays under <see cref="Budget"/> whatever citizens write; what was cut is said in the card.
/// </summary>
public sealed class AlertCard(IUnitNames units, AckLinks links, PublicAddress address)
{
    /// <summary>Longest body in bytes of UTF-8; Teams takes about 28 KB after expansion.</summary>
    public const int Budget = 20 * 1024;

    // No alert of a list takes more.
    private const int LongestListed = 4 * 1024;
    private const int LongestLine = 120;
    private const int LongestExcerpt = 200;
    private const int LongestListedExcerpt = 60;

    /// <summary>The body for one piece of news or several; only the lead unit's card (<paramref name="mayAcknowledge"/>) carries 签收 links.</summary>
    public ReadOnlyMemory<byte> Write(IReadOnlyList<Announcement> news, bool mayAcknowledge)
    {
        ArgumentNullException.ThrowIfNull(news);
        return news.Count == 1 ? One(news[0], mayAcknowledge) : Many(news, mayAcknowledge);
    }

    private ReadOnlyMemory<byte> One(Announcement news, bool mayAcknowledge)
    {
        var alert = news.Alert;
        var heading = AlertWords.Heading(news);
        return CardWriter.Message(
            $"{heading}，编号 {alert.Id}，主办：{AlertWords.Unit(units, alert.Unit)}，时限：{AlertWords.Deadline(alert)}",
            json =>
            {
                json.Container(AlertWords.StyleOf(alert.Level), items => WriteHeading(items, heading, alert));
                WriteFacts(json, alert);
                WriteExcerpt(json, alert);
            },
            json => WriteLinks(json, alert, mayAcknowledge));
    }

    private ReadOnlyMemory<byte> Many(IReadOnlyList<Announcement> news, bool mayAcknowledge)
    {
        var heading = string.Create(CultureInfo.InvariantCulture, $"【{news.Count} 条预警】");
        return CardWriter.Message(
            $"{heading}{AlertWords.Names([.. news.Select(item => item.Alert.Id)], id => id)}",
            json =>
            {
                json.Text(heading, heading: true);
                var shown = 0;
                for (; shown < news.Count && json.BytesCommitted + json.BytesPending < Budget - LongestListed; shown++)
                {
                    var item = news[shown];
                    json.Container(AlertWords.StyleOf(item.Alert.Level), items => WriteListed(items, item, mayAcknowledge));
                }

                if (shown < news.Count)
                {
                    json.Text(string.Create(CultureInfo.InvariantCulture, $"另有 {news.Count - shown} 条未列出，请在控制台查看。"), subtle: true);
                }
            },
            json =>
            {
                if (address.LinkTo("console/alerts") is { } page)
                {
                    json.Link("查看全部", page);
                }
            });
    }

    private static void WriteHeading(Utf8JsonWriter json, string heading, Alert alert)
    {
        json.Text(heading, heading: true);
        if (alert.Doubtful)
        {
            json.Text("系统判断把握不大：请先核实是否确有险情，再处置；属误报的请登记“误报”。");
        }
    }

    private static void WriteExcerpt(Utf8JsonWriter json, Alert alert)
    {
        if (alert.Excerpt.Length == 0)
        {
            return;
        }

        json.Text($"最早一条诉求（已脱敏）：{CardWriter.Show(alert.Excerpt, LongestExcerpt)}");
        if (alert.Excerpt.Length >= LongestExcerpt)
        {
            json.Text("原文较长，已截断；全文请在控制台查看。", subtle: true);
        }
    }

    private void WriteListed(Utf8JsonWriter json, Announcement news, bool mayAcknowledge)
    {
        var alert = news.Alert;
        json.Text($"**{AlertWords.Heading(news)}**");
        json.Text($"编号 {alert.Id} · 主办 {AlertWords.Unit(units, alert.Unit)} · {AlertWords.Deadline(alert)} · {alert.RecordCount} 条");
        json.Text(CardWriter.Show(alert.Excerpt, LongestListedExcerpt), subtle: true);
        json.WriteStartObject();
        json.WriteString("type", "ActionSet");
        json.WriteStartArray("actions");
        WriteLinks(json, alert, mayAcknowledge);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteFacts(Utf8JsonWriter json, Alert alert)
    {
        json.WriteStartObject();
        json.WriteString("type", "FactSet");
        json.WriteStartArray("facts");
        json.Fact("编号", alert.Id);
        json.Fact("级别", AlertLevel.NameOf(alert.Level) + AlertWords.Doubt(alert));
        json.Fact("主办", AlertWords.Unit(units, alert.Unit));
        json.Fact("协办", alert.Support.Count == 0 ? "无" : AlertWords.Names(alert.Support, units.NameOf));
        json.Fact("地点", string.IsNullOrEmpty(alert.Place) ? "未能识别" : CardWriter.Show(alert.Place, LongestLine));
        json.Fact("时限", AlertWords.Deadline(alert));
        json.Fact("渠道", AlertWords.Names(alert.Channels, Channels.NameOf));
        json.Fact("条数", alert.RecordCount.ToString(CultureInfo.InvariantCulture));
        if (alert.Why.Length > 0)
        {
            json.Fact("依据", CardWriter.Show(alert.Why, LongestLine));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteLinks(Utf8JsonWriter json, Alert alert, bool mayAcknowledge)
    {
        if (mayAcknowledge && AlertWords.Waits(alert) && links.LinkFor(alert) is { } link)
        {
            json.Link("签收", link);
        }

        if (address.LinkTo($"console/alerts/{alert.Id}") is { } page)
        {
            json.Link("查看", page);
        }
    }
}
