using System.Globalization;
using System.Text;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>Makes text harmless for a card: no markdown, no HTML, no control or direction marks, one line, at most so long.</summary>
public static class CardText
{
    private const string Markdown = "*_[]~`\\";

    /// <summary>Escapes a text and cuts it to <paramref name="longest"/> UTF-16 units of the original, with … where it was cut.</summary>
    public static string Escape(string? text, int longest)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var cut = text.Length > longest;
        var builder = new StringBuilder(Math.Min(text.Length, longest) + 16);
        var end = cut ? longest : text.Length;
        for (var index = 0; index < end; index++)
        {
            var character = text[index];
            if (char.IsHighSurrogate(character) && index + 1 < end && char.IsLowSurrogate(text[index + 1]))
            {
                builder.Append(character).Append(text[++index]);
            }
            else
            {
                Append(builder, character);
            }
        }

        return cut ? builder.Append('…').ToString() : builder.ToString();
    }

    private static void Append(StringBuilder builder, char character)
    {
        switch (character)
        {
            case '<':
                builder.Append("&lt;");
                return;
            case '>':
                builder.Append("&gt;");
                return;
            case '&':
                builder.Append("&amp;");
                return;
            case '#' or '-' or '+' when builder.Length == 0:
                // At the start of a line these make a heading or a list.
                builder.Append('\\').Append(character);
                return;
        }

        if (char.IsSurrogate(character))
        {
            builder.Append('\uFFFD');
        }
        else if (char.IsControl(character) || char.IsWhiteSpace(character))
        {
            if (builder.Length > 0 && builder[^1] != ' ')
            {
                builder.Append(' ');
            }
        }
        else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)
        {
            if (Markdown.Contains(character))
            {
                builder.Append('\\');
            }

            builder.Append(character);
        }
    }
}
