using System.Globalization;
using System.Text.RegularExpressions;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>A date as people write it at the head of a sentence: 到12月5日, 至 2026-12-05, 延至12/5.</summary>
internal static partial class SpokenDate
{
    /// <summary>The date and what follows it; null when the text does not begin with one that exists. Without a year it is the next such day.</summary>
    public static (DateOnly? Date, string? Words) Read(string? text, DateOnly today)
    {
        var match = Form().Match(text ?? "");
        if (!match.Success)
        {
            return (null, text);
        }

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        var year = match.Groups["year"].Success ? Number("year") : today.Year;
        if (!DateOnly.TryParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{Number("month"):00}-{Number("day"):00}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return (null, text);
        }

        var rest = text![match.Length..].Trim(' ', '，', ',', '。', '；', ';', '：', ':');
        return (match.Groups["year"].Success || date >= today ? date : date.AddYears(1), rest.Length == 0 ? null : rest);
    }

    [GeneratedRegex(@"^[ ,，:：]*(?:延期|延|推迟)?(?:到|至)? ?(?:(?<year>20\d{2}) ?[年\-/.] ?)?(?<month>\d{1,2}) ?[月\-/.] ?(?<day>\d{1,2}) ?[日号]?", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
