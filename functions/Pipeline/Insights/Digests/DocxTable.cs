using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Tables of a Word document, as wide as the text, with columns in given proportions.</summary>
internal sealed class DocxTable(MainDocumentPart part)
{
    /// <summary>A4 less the margins, in twentieths of a point.</summary>
    private const int TextWidth = 9298;

    private const string Grey = "A0A0A0";

    /// <summary>A table with a head that is repeated on every page.</summary>
    /// <param name="heads">Heads of the columns and their shares of the width.</param>
    /// <param name="rows">Cells.</param>
    /// <param name="links">Where the second cell of each row leads; null for nowhere.</param>
    public Table Of(IReadOnlyList<(string Text, int Share)> heads, IEnumerable<string[]> rows, IReadOnlyList<string?>? links = null)
    {
        var widths = heads.Select(head => TextWidth * head.Share / heads.Sum(other => other.Share)).ToList();
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 8, Color = Grey },
                    new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Grey },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = Grey }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid([.. widths.Select(width => new GridColumn { Width = Text(width) })]));
        var head = Row([.. heads.Select(one => one.Text)], widths, bold: true);
        head.PrependChild(new TableRowProperties(new TableHeader()));
        table.Append(head);
        foreach (var (at, row) in rows.Index())
        {
            table.Append(Row(row, widths, bold: false, links?[at]));
        }

        return table;
    }

    /// <summary>A piece of text of a size in half points; nothing of it is markup.</summary>
    public static Run Run(string text, string halfPoints, bool bold, bool linked = false)
    {
        // The order of these elements is fixed by the schema: fonts, bold, size, underline.
        var properties = new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "仿宋" });
        if (bold)
        {
            properties.Append(new Bold());
        }

        properties.Append(new FontSize { Val = halfPoints });
        if (linked)
        {
            properties.Append(new Underline { Val = UnderlineValues.Single });
        }

        return new Run(properties, new Text(PlainText.Clean(text, keepLines: false)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private TableRow Row(string[] cells, List<int> widths, bool bold, string? link = null) => new(
        cells.Select((cell, at) => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = Text(widths[at]), Type = TableWidthUnitValues.Dxa }),
            new Paragraph(at == 1 && link is not null ? Linked(cell, link) : Run(cell, "21", bold)))));

    private Hyperlink Linked(string text, string link) =>
        new(Run(text, "21", bold: false, linked: true)) { Id = part.AddHyperlinkRelationship(new Uri(link), isExternal: true).Id };

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
