using System.Text.Json;
using SentimentWatch.Pipeline.Notify.Words;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>The card of one piece of news.</summary>
internal static class SingleAlert
{
    private const int LongestTitle = 80;
    private const int LongestLead = 300;
    private const int LongestNote = 300;
    private const int LongestValue = 120;
    private const int LongestNames = 160;
    private const int MostDeadlines = 8;

    /// <summary>The body with the card.</summary>
    public static ReadOnlyMemory<byte> Write(NewsSheet sheet)
    {
        var trim = new Trimmer(CardText.Escape);
        var (title, lead) = (trim.Show(sheet.Title, LongestTitle), trim.Show(sheet.Lead, LongestLead));
        return CardWriter.Message(
            $"【{sheet.Label}】{title}，编号 {sheet.AlertId}。{lead}",
            json =>
            {
                json.Container(CardStyle.Of(sheet.Tone), box =>
                {
                    box.Text(sheet.Label, bold: true);
                    box.Text(title, heading: true, close: true);
                });
                json.Text(lead, bold: true);
                WriteBody(json, sheet, trim);
            },
            json => WriteActions(json, sheet),
            language: "zh-CN");
    }

    /// <summary>Buttons of a sheet, the first one to be pressed.</summary>
    public static void WriteActions(Utf8JsonWriter json, NewsSheet sheet)
    {
        for (var i = 0; i < sheet.Actions.Count; i++)
        {
            json.Link(sheet.Actions[i].Title, sheet.Actions[i].Url, first: i == 0);
        }

        if (sheet.Page is not null)
        {
            json.Link("查看", sheet.Page);
        }

        if (sheet.EventPage is not null)
        {
            json.Link("热点详情", sheet.EventPage);
        }
    }

    private static void WriteBody(Utf8JsonWriter json, NewsSheet sheet, Trimmer trim)
    {
        if (sheet.Note is { } note)
        {
            json.Text($"{note.Name}：{trim.Show(note.Value, LongestNote)}");
        }

        json.Facts(facts =>
        {
            if (sheet.Deadlines.Count > 0)
            {
                facts.Fact("时限", string.Join('；', sheet.Deadlines.Take(MostDeadlines).Select(line => trim.Show(line, LongestValue))));
                trim.Omit(sheet.Deadlines.Count > MostDeadlines);
            }

            foreach (var fact in sheet.Facts)
            {
                facts.Fact(fact.Name, trim.Show(fact.Value, fact.Name == "协办" ? LongestNames : LongestValue));
            }
        });
        if (sheet.Excerpt.Length > 0)
        {
            json.Container("emphasis", box =>
            {
                box.Text(sheet.ExcerptName, subtle: true);
                box.Text(trim.ShowExcerpt(sheet.Excerpt, NewsSheet.LongestExcerpt), close: true);
            }, bleed: false);
        }

        if (trim.Cut)
        {
            json.Text(Trimmer.Sentence, subtle: true);
        }
    }
}
