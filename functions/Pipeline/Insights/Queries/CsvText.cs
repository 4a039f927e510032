using System.Buffers;
using System.Globalization;
using System.Text;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>CSV by RFC 4180 for spreadsheets: UTF-8 with a byte order mark, CRLF, and no cell that a spreadsheet would run.</summary>
public static class CsvText
{
    // RFC 4180 knows no comments, but readers that do drop a line that begins with a bare #.
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;#\t\r\n");

    /// <summary>Preamble of a file, so that Excel reads UTF-8.</summary>
    public static ReadOnlySpan<byte> Bom => "\uFEFF"u8;

    /// <summary>Appends a line.</summary>
    public static void AppendLine(StringBuilder text, IEnumerable<object?> cells)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(cells);
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            Append(text, Format(cell));
        }

        text.Append("\r\n");
    }

    /// <summary>Text, defused: what begins like a formula gets an apostrophe before it, which spreadsheets take as "this is text".</summary>
    public static string Defuse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length + 1);
        foreach (var c in text)
        {
            // NUL and its like end a cell early in some readers; they say nothing to anyone.
            if (!char.IsControl(c) || c is '\n' or '\r' or '\t')
            {
                clean.Append(c);
            }
        }

        var first = 0;
        while (first < clean.Length && (char.IsWhiteSpace(clean[first]) || char.GetUnicodeCategory(clean[first]) == UnicodeCategory.Format))
        {
            first++;
        }

        var starts = clean.Length > 0 && clean[0] is '\t' or '\r' or '\n';
        if (starts || (first < clean.Length && clean[first] is '=' or '+' or '-' or '@' or '|' or '%' or '＝' or '＋' or '－' or '＠'))
        {
            clean.Insert(0, '\'');
        }

        return clean.ToString();
    }

    private static string Format(object? cell) => cell switch
    {
        null => "",
        string text => Defuse(text),
        IEnumerable<string> list => Defuse(string.Join(' ', list)),
        bool flag => flag ? "true" : "false",
        DateTimeOffset at => DayText.Stamp(at),
        float number => MathF.Round(number, 4).ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Defuse(cell.ToString() ?? ""),
    };

    private static void Append(StringBuilder text, string cell)
    {
        if (!cell.AsSpan().ContainsAny(Quoted) && (cell.Length == 0 || (cell[0] != ' ' && cell[^1] != ' ')))
        {
            text.Append(cell);
            return;
        }

        text.Append('"').Append(cell).Replace("\"", "\"\"", text.Length - cell.Length, cell.Length).Append('"');
    }
}
