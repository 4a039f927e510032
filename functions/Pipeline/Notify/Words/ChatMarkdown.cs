using System.Globalization;
using System.Text;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Words;

/// <summary>How a chat's markdown looks.</summary>
/// <param name="Budget">Most bytes of one text.</param>
/// <param name="Measure">Bytes of a text as the chat counts them.</param>
/// <param name="Break">What separates lines.</param>
/// <param name="Heading">Draws a heading (already harmless) in the colour of a level; the level is null for a note.</param>
internal sealed record ChatStyle(int Budget, Func<string, int> Measure, string Break, Func<string, string?, string> Heading);

/// <summary>
/// Writes notices as the markdown of a chat that knows no escape (企业微信, 钉钉): every text is bounded and widened, a message that is still too
/// long says less, and one that had to leave out something says so.
/// </summary>
internal sealed class ChatMarkdown(NewsSheets sheets, ChatStyle style)
{
    // Heading, two short lines and the closing sentence of a list.
    private const int ListFrame = 900;
    private const int MostDeadlines = 6;

    // Longest texts, from full to bare: excerpt, note, reason why, supporting units, place.
    private static readonly (int Excerpt, int Note, int Why, int Names, int Place)[] Details = [(200, 200, 100, 80, 40), (80, 100, 0, 40, 30), (0, 60, 0, 0, 20)];

    /// <summary>How many pieces of news, from the first on, one text shows.</summary>
    public int Fit(IReadOnlyList<Announcement> news)
    {
        ArgumentNullException.ThrowIfNull(news);
        var (count, left) = (0, style.Budget - ListFrame);
        for (; count < news.Count; count++)
        {
            left -= Bytes(Item(sheets.Largest(news[count]), new Trimmer(SafeText.Wide))) + Bytes(style.Break);
            if (left < 0 && count > 0)
            {
                break;
            }
        }

        return count;
    }

    /// <summary>The text of a notice, at most the budget.</summary>
    public string Write(Notice notice, NotifyTarget target) =>
        notice is { News: [_], Heading: null } ? One(sheets.Of(notice, 0, target)) : Many(notice, target);

    /// <summary>One line that says what the message is about, for lists of messages and for notifications.</summary>
    public string Title(Notice notice, NotifyTarget target) =>
        notice is { News: [_], Heading: null } && sheets.Of(notice, 0, target) is var sheet
            ? $"【{sheet.Label}】{SafeText.Wide(sheet.Title, 40)}"
            : HeadingOf(notice);

    private static string HeadingOf(Notice notice) =>
        notice.Heading is { } heading ? SafeText.Wide(heading, 60) : string.Create(CultureInfo.InvariantCulture, $"{notice.News.Count} 条预警");

    private string One(NewsSheet sheet)
    {
        var text = "";
        for (var level = 0; level < Details.Length && (level == 0 || Bytes(text) > style.Budget); level++)
        {
            text = One(sheet, level);
        }

        return text;
    }

    private string One(NewsSheet sheet, int level)
    {
        var (excerpt, note, why, names, place) = Details[level];
        var trim = new Trimmer(SafeText.Wide);
        List<string> lines =
        [
            style.Heading($"【{sheet.Label}】{trim.Show(sheet.Title, 60)}", sheet.Tone),
            trim.Show(sheet.Lead, 200),
        ];
        if (sheet.Note is { } written)
        {
            lines.Add($"**{written.Name}**：{trim.Show(written.Value, note)}");
        }

        lines.Add($"> 时限：{string.Join('；', sheet.Deadlines.Take(MostDeadlines).Select(line => trim.Show(line, 60)))}");
        trim.Omit(sheet.Deadlines.Count > MostDeadlines);
        foreach (var fact in sheet.Facts)
        {
            var longest = fact.Name switch { "协办" => names, "地点" => place, "依据" => why, _ => 60 };
            trim.Omit(longest == 0);
            if (longest > 0)
            {
                lines.Add($"> {fact.Name}：{trim.Show(fact.Value, longest)}");
            }
        }

        trim.Omit(excerpt == 0 && sheet.Excerpt.Length > 0);
        if (excerpt > 0 && sheet.Excerpt.Length > 0)
        {
            lines.Add($"> {sheet.ExcerptName}：{trim.ShowExcerpt(sheet.Excerpt, excerpt)}");
        }

        if (trim.Cut)
        {
            lines.Add(Trimmer.Sentence);
        }

        return Join([.. lines, Links(sheet)]);
    }

    private string Many(Notice notice, NotifyTarget target)
    {
        var trim = new Trimmer(SafeText.Wide);
        var text = new StringBuilder(style.Heading(HeadingOf(notice), null));
        var left = style.Budget - Bytes(text.ToString()) - Bytes(style.Break + Trimmer.Sentence + Link("查看全部", sheets.AllPage)) - 120;
        var (lines, items) = (0, 0);
        while (lines < (notice.Lines?.Count ?? 0) && Add(trim.Show(notice.Lines![lines], 200)))
        {
            lines++;
        }

        while (items < notice.News.Count && Add(Item(sheets.Of(notice, items, target), trim)))
        {
            items++;
        }

        var missing = notice.News.Count - items + (notice.Lines?.Count ?? 0) - lines;
        if (missing > 0)
        {
            text.Append(style.Break).Append(CultureInfo.InvariantCulture, $"另有 {missing} 条未列出，请在控制台查看。");
        }
        else if (trim.Cut)
        {
            text.Append(style.Break).Append(Trimmer.Sentence);
        }

        return sheets.AllPage is null ? text.ToString() : text.Append(style.Break).Append(Link("查看全部", sheets.AllPage)).ToString();

        bool Add(string piece)
        {
            left -= Bytes(style.Break + piece);
            if (left >= 0)
            {
                text.Append(style.Break).Append(piece);
            }

            return left >= 0;
        }
    }

    private string Item(NewsSheet sheet, Trimmer trim)
    {
        var deadlines = string.Join('；', sheet.Deadlines.Take(2).Select(line => trim.Show(line, 60)));
        trim.Omit(sheet.Deadlines.Count > 2);
        return Join([
            $"**【{sheet.Label}】{trim.Show(sheet.Title, 40)}**",
            $"> {sheet.AlertId} · {trim.Show(sheet.Lead, 90)}",
            $"> {deadlines}　{Links(sheet)}",
        ]);
    }

    private static string Links(NewsSheet sheet) =>
        string.Join("　", sheet.Actions.Select(link => Link(link.Title, link.Url)).Append(Link("查看", sheet.Page)).Append(Link("热点详情", sheet.EventPage)).Where(link => link.Length > 0));

    private static string Link(string title, string? url) => url is null ? "" : $"[{title}]({url})";

    private string Join(IReadOnlyList<string> lines) => string.Join(style.Break, lines.Where(line => line.Length > 0));

    private int Bytes(string text) => style.Measure(text);
}
