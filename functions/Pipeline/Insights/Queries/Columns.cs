using System.Text;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Columns of a table of lines, in order.</summary>
internal sealed class Columns<T>(params (string Name, Func<T, object?> Value)[] columns)
{
    public IReadOnlyList<string> Names { get; } = [.. columns.Select(column => column.Name)];

    public void AppendHeads(StringBuilder text) => CsvText.AppendLine(text, Names);

    public void AppendLine(StringBuilder text, T line) => CsvText.AppendLine(text, columns.Select(column => column.Value(line)));

    /// <summary>A whole CSV file.</summary>
    public byte[] ToCsv(IEnumerable<T> lines)
    {
        var text = new StringBuilder();
        AppendHeads(text);
        foreach (var line in lines)
        {
            AppendLine(text, line);
        }

        return [.. CsvText.Bom, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
