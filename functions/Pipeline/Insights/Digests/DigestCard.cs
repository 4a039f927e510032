using System.Text.Json;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Teams;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>A digest as a Teams message with one Adaptive Card 1.4, at most <see cref="Limit"/> bytes; what is cut is said in the card.</summary>
public static class DigestCard
{
    /// <summary>Bytes of UTF-8 that a card may have (Teams takes about 28 KB after its own expansion).</summary>
    public const int Limit = 20 * 1024;

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
        var summary = DigestWords.Summary(digest);
        return CardWriter.Message(
            $"{CardText.Escape(digest.Title, 60)} {digest.Span}：{summary}",
            json =>
            {
                json.Text(CardText.Escape(digest.Title, 60), heading: true);
                json.Text(digest.Span, subtle: true);
                json.Text(summary);
                Facts(json, "渠道", digest.Channels, digest.Channels.Count);
                Facts(json, "情绪", digest.Sentiments, digest.Sentiments.Count);
                Facts(json, "主办单位", digest.Units, rows);
                json.Text(FormattableString.Invariant($"热点事件（{digest.Events.Count + digest.MoreEvents}）"), section: true);
                Lines(json, digest.Events.Count == 0 ? [DigestWords.NoEvents] : [.. digest.Events.Select(Describe)], rows, digest.MoreEvents);
                List(json, "本期预警", [.. digest.Alerts.Select(Describe)], rows);
                List(json, "待签收", [.. digest.Waiting.Select(Describe)], rows);
                List(json, "逾期清单", [.. digest.Overdue.Select(unit => Describe(unit, digest.MadeAt))], rows);
                List(json, "集中反映", [.. digest.Matters.Select(Describe)], rows);
            },
            page is null ? null : json => json.Link("查看全文", page.AbsoluteUri),
            language: "zh-CN").ToArray();
    }

    private static string Describe(DigestAlert alert) =>
        $"**{AlertLevel.NameOf(alert.Level)}** {CardText.Escape(alert.Title, 60)}（{alert.Id}，{CardText.Escape(alert.Unit, 30)}，{DigestWords.Acknowledgement(alert)}）";

    // A unit a line: the whole list stands in the digest itself.
    private static string Describe(DigestOverdueUnit unit, DateTimeOffset now)
    {
        var longest = unit.Matters[0];
        return FormattableString.Invariant($"**{CardText.Escape(unit.Unit, 30)}** {unit.Count} 起，最久的是 {longest.Id}：")
            + CardText.Escape(DigestWords.Lapsed(longest.Clocks[0], now), 60) + DigestWords.Marks(longest);
    }

    private static string Describe(DigestEvent one)
    {
        var title = CardText.Escape(one.Title, 60);
        return $"**{AlertLevel.NameOf(one.Level)}·{one.State}** {(one.Link is null ? title : $"[{title}]({one.Link})")}（{CardText.Escape(one.Unit, 30)}，{DigestWords.Spread(one)}，{DigestWords.AlertOf(one)}）";
    }

    private static string Describe(DigestMatter matter) =>
        FormattableString.Invariant($"{CardText.Escape(matter.Street, 30)}·{CardText.Escape(matter.Topic, 30)}：{matter.Count} 件（{matter.Negative} 件负面）")
        + (matter.Example is null ? "" : $"，如“{CardText.Escape(matter.Example, 40)}”");

    private static void Facts(Utf8JsonWriter json, string heading, IReadOnlyList<DigestCount> counts, int rows)
    {
        if (counts.Count == 0 || rows == 0)
        {
            return;
        }

        json.Text(heading, section: true);
        json.WriteStartObject();
        json.WriteString("type", "FactSet");
        json.WriteStartArray("facts");
        foreach (var count in counts.Take(rows))
        {
            json.Fact(CardText.Escape(count.Name, 30), FormattableString.Invariant($"{count.Count}（{count.Change}）"));
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

        json.Text(FormattableString.Invariant($"{heading}（{lines.Count}）"), section: true);
        Lines(json, lines, rows, 0);
    }

    private static void Lines(Utf8JsonWriter json, IReadOnlyList<string> lines, int rows, int more)
    {
        foreach (var line in lines.Take(rows))
        {
            json.Text(line);
        }

        Cut(json, Math.Max(0, lines.Count - rows) + more);
    }

    private static void Cut(Utf8JsonWriter json, int count)
    {
        if (count > 0)
        {
            json.Text(FormattableString.Invariant($"另有 {count} 项未列出，请看全文。"), subtle: true);
        }
    }
}
