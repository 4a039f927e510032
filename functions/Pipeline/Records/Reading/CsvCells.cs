using System.Text;

namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>Cells of one well-formed CSV row.</summary>
internal static class CsvCells
{
    /// <summary>Splits <paramref name="row"/> (without its line end) and undoes the quoting.</summary>
    public static List<string?> Split(ReadOnlySpan<char> row, char delimiter)
    {
        var cells = new List<string?>();
        while (true)
        {
            if (row is ['"', ..])
            {
                cells.Add(Quoted(ref row));
                var next = row.IndexOf(delimiter);
                if (next < 0)
                {
                    return cells;
                }

                row = row[(next + 1)..];
                continue;
            }

            var end = row.IndexOf(delimiter);
            if (end < 0)
            {
                cells.Add(row.ToString());
                return cells;
            }

            cells.Add(row[..end].ToString());
            row = row[(end + 1)..];
        }
    }

    private static string Quoted(ref ReadOnlySpan<char> row)
    {
        var text = new StringBuilder();
        row = row[1..];
        while (true)
        {
            var quote = row.IndexOf('"');
            text.Append(row[..quote]);
            var doubled = quote + 1 < row.Length && row[quote + 1] == '"';
            row = row[(quote + (doubled ? 2 : 1))..];
            if (!doubled)
            {
                return text.ToString();
            }

            text.Append('"');
        }
    }
}
