using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>A digest as a Word document on A4: heading, summary, tables.</summary>
public static class DigestDocx
{
    private static readonly (string, int)[] CountHeads = [("本期", 2), ("增减", 2)];

    /// <summary>Draws the document.</summary>
    public static byte[] Render(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            Fill(body, digest, new DocxTable(main));
            body.Append(new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1440, Bottom = 1440, Left = 1304, Right = 1304, Header = 720, Footer = 720, Gutter = 0 }));
        }

        return stream.ToArray();
    }

    private static void Fill(Body body, Digest digest, DocxTable tables)
    {
        body.Append(Paragraph(digest.Title, "36", bold: true, JustificationValues.Center));
        body.Append(Paragraph(digest.Span, "21", bold: false, JustificationValues.Center));
        body.Append(Paragraph(DigestWords.Summary(digest), "24"));
        Events(body, digest, tables);
        Alerts(body, "本期预警", digest.Alerts, "本期没有预警。", tables);
        Alerts(body, "待签收预警", digest.Waiting, "没有待签收的预警。", tables);
        Overdue(body, digest, tables);
        Heading(body, "集中反映");
        if (digest.Matters.Count == 0)
        {
            body.Append(Paragraph("本期没有集中反映的事项。", "24"));
        }
        else
        {
            body.Append(tables.Of(
                [("事项", 6), ("诉求", 2), ("负面", 2), ("例", 10)],
                digest.Matters.Select(matter => new[] { $"{matter.Street}·{matter.Topic}", Number(matter.Count), Number(matter.Negative), matter.Example ?? "" })));
        }

        Counts(body, "渠道", digest.Channels, tables);
        Counts(body, "情绪", digest.Sentiments, tables);
        Counts(body, "紧急程度", digest.Levels, tables);
        Counts(body, "主题", digest.Topics, tables);
        Counts(body, "主办单位", digest.Units, tables);

        body.Append(Paragraph(DigestWords.Footer(digest), "18"));
    }

    private static void Counts(Body body, string heading, IReadOnlyList<DigestCount> counts, DocxTable tables)
    {
        if (counts.Count > 0)
        {
            Heading(body, heading);
            body.Append(tables.Of([(heading, 6), .. CountHeads], counts.Select(count => new[] { count.Name, Number(count.Count), count.Change })));
        }
    }

    private static void Alerts(Body body, string heading, IReadOnlyList<DigestAlert> alerts, string none, DocxTable tables)
    {
        Heading(body, heading);
        if (alerts.Count == 0)
        {
            body.Append(Paragraph(none, "24"));
            return;
        }

        body.Append(tables.Of(
            [("编号", 5), ("级别", 3), ("事项", 10), ("主办单位", 6), ("签收", 8)],
            alerts.Select(alert => new[] { alert.Id, AlertLevel.NameOf(alert.Level), alert.Title, alert.Unit, DigestWords.Acknowledgement(alert) })));
    }

    private static void Events(Body body, Digest digest, DocxTable tables)
    {
        Heading(body, "热点事件");
        if (digest.Events.Count == 0)
        {
            body.Append(Paragraph(DigestWords.NoEvents, "24"));
            return;
        }

        body.Append(tables.Of(
            [("级别", 5), ("热点", 11), ("反映", 8), ("主办单位", 6), ("预警", 5)],
            digest.Events.Select(one => new[] { $"{AlertLevel.NameOf(one.Level)}·{one.State}", one.Title, DigestWords.Spread(one), one.Unit, one.AlertId is null ? DigestWords.AlertOf(one) : $"{one.AlertId} {one.Alert}" }),
            [.. digest.Events.Select(one => one.Link)]));
        if (DigestWords.UnlistedEvents(digest) is { } more)
        {
            body.Append(Paragraph(more, "21"));
        }
    }

    private static void Overdue(Body body, Digest digest, DocxTable tables)
    {
        Heading(body, "逾期清单");
        if (digest.Overdue.Count == 0)
        {
            body.Append(Paragraph("没有逾期的事项。", "24"));
            return;
        }

        body.Append(tables.Of(
            [("单位", 6), ("编号", 5), ("事项", 7), ("时限", 8), ("逾期", 4), ("牌督", 4)],
            digest.Overdue.SelectMany(unit => unit.Matters.SelectMany(matter => matter.Clocks.Select((clock, at) => at == 0
                ? new[] { unit.Unit, matter.Id, matter.Title, $"{clock.Name}（限 {OverdueWords.Due(clock.DueAt, digest.MadeAt)}）", OverdueWords.Length(clock.DueAt, digest.MadeAt), DigestWords.Marks(matter).Trim('（', '）') }
                : ["", "", "", $"{clock.Name}（限 {OverdueWords.Due(clock.DueAt, digest.MadeAt)}）", OverdueWords.Length(clock.DueAt, digest.MadeAt), ""]))
                .Concat(DigestWords.Unlisted(unit) is { } more ? [[unit.Unit, "", more, "", "", ""]] : []))));
    }

    private static void Heading(Body body, string text) => body.Append(Paragraph(text, "28", bold: true));

    private static Paragraph Paragraph(string text, string halfPoints, bool bold = false, JustificationValues? align = null)
    {
        var properties = new ParagraphProperties(new SpacingBetweenLines { Before = "80", After = "80" });
        if (align is not null)
        {
            properties.Append(new Justification { Val = align });
        }

        return new Paragraph(properties, DocxTable.Run(text, halfPoints, bold));
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
