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
    private static readonly string[] CountHeads = ["本期", "增减"];

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
            Fill(body, digest);
            body.Append(new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1440, Bottom = 1440, Left = 1304, Right = 1304, Header = 720, Footer = 720, Gutter = 0 }));
        }

        return stream.ToArray();
    }

    private static void Fill(Body body, Digest digest)
    {
        body.Append(Paragraph(digest.Title, "36", bold: true, JustificationValues.Center));
        body.Append(Paragraph(digest.Span, "21", bold: false, JustificationValues.Center));
        body.Append(Paragraph(DigestWords.Summary(digest), "24"));
        Counts(body, "渠道", digest.Channels);
        Counts(body, "情绪", digest.Sentiments);
        Counts(body, "紧急程度", digest.Levels);
        Counts(body, "主题", digest.Topics);
        Counts(body, "主办单位", digest.Units);
        Alerts(body, "本期预警", digest.Alerts, "本期没有预警。");
        Alerts(body, "待签收预警", digest.Waiting, "没有待签收的预警。");
        Overdue(body, digest);
        Heading(body, "集中反映");
        if (digest.Matters.Count == 0)
        {
            body.Append(Paragraph("本期没有集中反映的事项。", "24"));
        }
        else
        {
            body.Append(Table(
                ["事项", "诉求", "负面", "例"],
                digest.Matters.Select(matter => new[] { $"{matter.Street}·{matter.Topic}", Number(matter.Count), Number(matter.Negative), matter.Example ?? "" })));
        }

        body.Append(Paragraph(DigestWords.Footer(digest), "18"));
    }

    private static void Counts(Body body, string heading, IReadOnlyList<DigestCount> counts)
    {
        if (counts.Count > 0)
        {
            Heading(body, heading);
            body.Append(Table([heading, .. CountHeads], counts.Select(count => new[] { count.Name, Number(count.Count), count.Change })));
        }
    }

    private static void Alerts(Body body, string heading, IReadOnlyList<DigestAlert> alerts, string none)
    {
        Heading(body, heading);
        if (alerts.Count == 0)
        {
            body.Append(Paragraph(none, "24"));
            return;
        }

        body.Append(Table(
            ["编号", "级别", "事项", "主办单位", "签收"],
            alerts.Select(alert => new[] { alert.Id, AlertLevel.NameOf(alert.Level), alert.Title, alert.Unit, DigestWords.Acknowledgement(alert) })));
    }

    private static void Overdue(Body body, Digest digest)
    {
        Heading(body, "逾期清单");
        if (digest.Overdue.Count == 0)
        {
            body.Append(Paragraph("没有逾期的事项。", "24"));
            return;
        }

        body.Append(Table(
            ["单位", "编号", "事项", "时限", "逾期", "牌督"],
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

        return new Paragraph(properties, Run(text, halfPoints, bold));
    }

    private static Run Run(string text, string halfPoints, bool bold)
    {
        // The order of these elements is fixed by the schema: fonts, bold, size.
        var properties = new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "仿宋" });
        if (bold)
        {
            properties.Append(new Bold());
        }

        properties.Append(new FontSize { Val = halfPoints });
        return new Run(properties, new Text(PlainText.Clean(text, keepLines: false)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static Table Table(string[] heads, IEnumerable<string[]> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 6 },
                    new BottomBorder { Val = BorderValues.Single, Size = 6 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 2 })),
            new TableGrid([.. heads.Select(_ => new GridColumn())]));
        var head = Row(heads, bold: true);
        head.PrependChild(new TableRowProperties(new TableHeader()));
        table.Append(head);
        foreach (var row in rows)
        {
            table.Append(Row(row, bold: false));
        }

        return table;
    }

    private static TableRow Row(string[] cells, bool bold) =>
        new(cells.Select(cell => new TableCell(new Paragraph(Run(cell, "21", bold)))));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
