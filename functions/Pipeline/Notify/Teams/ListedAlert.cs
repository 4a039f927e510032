using SentimentWatch.Pipeline.Notify.Words;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>One piece of news in a card of several.</summary>
internal static class ListedAlert
{
    private const int LongestTitle = 60;
    private const int LongestLead = 120;
    private const int LongestExcerpt = 60;
    private const int MostDeadlines = 3;

    /// <summary>The container, as a piece of JSON.</summary>
    public static ReadOnlyMemory<byte> Write(NewsSheet sheet, Trimmer trim) => CardWriter.Piece(json => json.Container(CardStyle.Of(sheet.Tone), box =>
    {
        box.Text($"【{sheet.Label}】{trim.Show(sheet.Title, LongestTitle)}", bold: true);
        box.Text($"{sheet.AlertId} · {trim.Show(sheet.Lead, LongestLead)}", close: true);
        if (sheet.Deadlines.Count > 0)
        {
            box.Text(string.Join('；', sheet.Deadlines.Take(MostDeadlines).Select(line => trim.Show(line, LongestLead))), close: true);
            trim.Omit(sheet.Deadlines.Count > MostDeadlines);
        }

        if (sheet.Excerpt.Length > 0)
        {
            box.Text($"“{trim.Show(sheet.Excerpt, LongestExcerpt)}”", subtle: true, close: true);
        }

        if (sheet.Actions.Count > 0 || sheet.Page is not null)
        {
            box.Actions(actions => SingleAlert.WriteActions(actions, sheet));
        }
    }));
}
