using System.Globalization;
using System.Text.Json;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Words;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>
/// Writes a notice as the body of a Teams Workflows webhook: the card of one alert, of several in a burst, a summary or a note. Every text has a
/// longest length, so that a card stays under <see cref="Budget"/> whatever citizens write; what was cut is said in the card.
/// </summary>
public sealed class AlertCard(NewsSheets sheets)
{
    /// <summary>Longest body in bytes of UTF-8; Teams takes about 28 KB after expansion.</summary>
    public const int Budget = 20 * 1024;

    // The wrapping of a list: heading, two short lines, what was left out, one button.
    private const int ListFrame = 2_600;
    private const int ShortLines = 800;
    private const int MostNamed = 12;

    /// <summary>How many pieces of news, from the first on, one card shows.</summary>
    public int Fit(IReadOnlyList<Announcement> news)
    {
        ArgumentNullException.ThrowIfNull(news);
        var (count, left) = (0, Budget - ListFrame);
        for (; count < news.Count; count++)
        {
            left -= ListedAlert.Write(sheets.Largest(news[count]), new Trimmer(CardText.Escape)).Length + 1;
            if (left < 0 && count > 0)
            {
                break;
            }
        }

        return count;
    }

    /// <summary>The body of a notice for a target.</summary>
    public ReadOnlyMemory<byte> Write(Notice notice, NotifyTarget target)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(target);
        return notice is { News: [_], Heading: null } ? SingleAlert.Write(sheets.Of(notice, 0, target)) : Many(notice, target);
    }

    private ReadOnlyMemory<byte> Many(Notice notice, NotifyTarget target)
    {
        var trim = new Trimmer(CardText.Escape);
        var heading = notice.Heading is { } given
            ? trim.Show(given, 80)
            : string.Create(CultureInfo.InvariantCulture, $"{notice.News.Count} 条预警");
        var named = string.Join('、', notice.News.Take(MostNamed).Select(news => news.Alert.Id));
        return CardWriter.Message(
            named.Length == 0 ? heading : $"{heading}：{named}{(notice.News.Count > MostNamed ? " 等" : "")}",
            json => WriteList(json, notice, target, heading, trim),
            sheets.AllPage is { } page ? json => json.Link("查看全部", page) : null,
            language: "zh-CN");
    }

    private void WriteList(Utf8JsonWriter json, Notice notice, NotifyTarget target, string heading, Trimmer trim)
    {
        json.Container("emphasis", box => box.Text(heading, heading: true));
        var left = Budget - ListFrame + ShortLines;
        var (lines, items) = (0, 0);
        foreach (var line in notice.Lines ?? [])
        {
            var shown = CardWriter.Piece(piece => piece.Text(trim.Show(line, 200), close: lines > 0));
            left -= shown.Length + 1;
            if (left < 0)
            {
                break;
            }

            json.WriteRawValue(shown.Span, skipInputValidation: true);
            lines++;
        }

        left = Math.Min(left, Budget - ListFrame);
        for (; items < notice.News.Count; items++)
        {
            var item = ListedAlert.Write(sheets.Of(notice, items, target), trim);
            left -= item.Length + 1;
            if (left < 0)
            {
                break;
            }

            json.WriteRawValue(item.Span, skipInputValidation: true);
        }

        var missing = (notice.Lines?.Count ?? 0) - lines + notice.News.Count - items;
        if (missing > 0)
        {
            json.Text(string.Create(CultureInfo.InvariantCulture, $"另有 {missing} 条未列出，请在控制台查看。"), subtle: true);
        }
        else if (trim.Cut)
        {
            json.Text(Trimmer.Sentence, subtle: true);
        }
    }
}
