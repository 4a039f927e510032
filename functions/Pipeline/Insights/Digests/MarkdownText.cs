using System.Text;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Citizens' text in Markdown: every ASCII punctuation mark is escaped (CommonMark 2.4), so that nothing is markup, HTML or a link.</summary>
public static class MarkdownText
{
    /// <summary>One line that renders as exactly <paramref name="text"/>.</summary>
    public static string Escape(string? text)
    {
        var line = PlainText.Clean(text, keepLines: false);
        var safe = new StringBuilder(line.Length + 8);
        foreach (var c in line)
        {
            if (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)))
            {
                safe.Append('\\');
            }

            safe.Append(c);
        }

        return safe.ToString();
    }

    /// <summary>A line and an empty one after it.</summary>
    internal static void Line(StringBuilder text, string line) => text.AppendLine(line).AppendLine();

    /// <summary>A row of a table; its cells are escaped already.</summary>
    internal static void Row(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            text.Append("| ").Append(cell).Append(' ');
        }

        text.AppendLine("|");
    }
}
