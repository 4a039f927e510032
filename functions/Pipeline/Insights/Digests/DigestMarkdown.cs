using System.Globalization;
using System.Text;
using SentimentWatch.Pipeline.Alerts;
using static SentimentWatch.Pipeline.Insights.MarkdownText;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>A digest as Markdown (CommonMark with tables).</summary>
public static class DigestMarkdown
{
    /// <summary>Draws the digest.</summary>
    public static string Render(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var text = new StringBuilder();
        Line(text, $"# {Escape(digest.Title)}");
        Line(text, $"{digest.Span}。{DigestWords.Summary(digest)}");
        Events(text, digest);
        Alerts(text, "本期预警", digest.Alerts, "本期没有预警。");
        Alerts(text, "待签收预警", digest.Waiting, "没有待签收的预警。");
        Overdue(text, digest);
        Line(text, "## 集中反映");
        if (digest.Matters.Count == 0)
        {
            Line(text, "本期没有集中反映的事项。");
        }
        else
        {
            Row(text, "事项", "诉求", digest.PreviousName, "负面", "例");
            Row(text, "---", "---:", "---:", "---:", "---");
            foreach (var matter in digest.Matters)
            {
                Row(text, $"{Escape(matter.Street)}·{Escape(matter.Topic)}", Number(matter.Count), Number(matter.Previous), Number(matter.Negative), Escape(matter.Example));
            }

            text.AppendLine();
        }

        Table(text, "渠道", digest.Channels, digest);
        Table(text, "情绪", digest.Sentiments, digest);
        Table(text, "紧急程度", digest.Levels, digest);
        Table(text, "主题", digest.Topics, digest);
        Table(text, "主办单位", digest.Units, digest);
        Line(text, DigestWords.Footer(digest));
        return text.ToString();
    }

    private static void Table(StringBuilder text, string heading, IReadOnlyList<DigestCount> counts, Digest digest)
    {
        if (counts.Count == 0)
        {
            return;
        }

        Line(text, $"## {heading}");
        Row(text, heading, "本期", digest.PreviousName, "增减");
        Row(text, "---", "---:", "---:", "---:");
        foreach (var count in counts)
        {
            Row(text, Escape(count.Name), Number(count.Count), Number(count.Previous), count.Change);
        }

        text.AppendLine();
    }

    private static void Events(StringBuilder text, Digest digest)
    {
        Line(text, "## 热点事件");
        if (digest.Events.Count == 0)
        {
            Line(text, DigestWords.NoEvents);
            return;
        }

        foreach (var one in digest.Events)
        {
            var id = one.Link is null ? one.Id : $"[{one.Id}]({one.Link})";
            text.Append(CultureInfo.InvariantCulture, $"- **{AlertLevel.NameOf(one.Level)}·{one.State}** {Escape(one.Title)}（{id}，{Escape(one.Unit)}，{DigestWords.Spread(one)}，{DigestWords.AlertOf(one)}）").AppendLine();
        }

        text.AppendLine(DigestWords.UnlistedEvents(digest) is { } more ? $"- {more}" : "").AppendLine();
    }

    private static void Alerts(StringBuilder text, string heading, IReadOnlyList<DigestAlert> alerts, string none)
    {
        Line(text, $"## {heading}");
        if (alerts.Count == 0)
        {
            Line(text, none);
            return;
        }

        foreach (var alert in alerts)
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{AlertLevel.NameOf(alert.Level)}** {Escape(alert.Title)}（{alert.Id}，{Escape(alert.Unit)}，{DigestWords.Acknowledgement(alert)}，{alert.Records} 件）");
            if (alert.Excerpt.Length > 0)
            {
                text.Append('：').Append(Escape(alert.Excerpt));
            }

            text.AppendLine();
        }

        text.AppendLine();
    }

    private static void Overdue(StringBuilder text, Digest digest)
    {
        Line(text, "## 逾期清单");
        if (digest.Overdue.Count == 0)
        {
            Line(text, "没有逾期的事项。");
            return;
        }

        foreach (var unit in digest.Overdue)
        {
            Line(text, $"### {Escape(unit.Unit)}（{Number(unit.Count)} 起）");
            foreach (var matter in unit.Matters)
            {
                text.Append(CultureInfo.InvariantCulture, $"- **{AlertLevel.NameOf(matter.Level)}** {Escape(matter.Title)}（{matter.Id}）{DigestWords.Marks(matter)}：")
                    .AppendLine(string.Join('；', matter.Clocks.Select(clock => Escape(DigestWords.Lapsed(clock, digest.MadeAt)))));
            }

            text.AppendLine(DigestWords.Unlisted(unit) is { } more ? $"- {more}" : "").AppendLine();
        }
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
