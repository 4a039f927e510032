using System.Text;
using SentimentWatch.Pipeline.Notify.Words;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Citizens' text in a card: shown as it was written, never read as markdown, as a link or as a date function.</summary>
public static class CardText
{
    private const string Special = @"\*_[]~`#<>!|";

    /// <summary>One line of at most <paramref name="length"/> characters (see <see cref="SafeText.Line"/>), with everything that Teams' markdown would read escaped.</summary>
    public static string Escape(string? text, int length)
    {
        var line = SafeText.Line(text, length);
        var safe = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            // A list begins with a bullet or with a number and a point; {{DATE(…)}} is a function of Adaptive Cards.
            var listMark = (i == 0 && c is '-' or '+') || (c is '.' or ')' && i > 0 && line.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0);
            if (listMark || Special.Contains(c, StringComparison.Ordinal))
            {
                safe.Append('\\');
            }

            safe.Append(c);
            if (c is '{' && i + 1 < line.Length && line[i + 1] == '{')
            {
                safe.Append(' ');
            }
        }

        return safe.ToString();
    }
}
