using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>
/// Makes of an event and its records what the alert room takes. What speaks against the lead unit is kept from it, and nothing is quoted that speaks
/// against anybody or reports somebody (济南市12345市民服务热线条例 第32条).
/// </summary>
public sealed class EventMatters(AlertRules rules, IUnitNames units)
{
    private const int MostExcerpt = 200;

    /// <summary>The matter, and every unit that some record of the event speaks against; no matter when no unit may be told.</summary>
    /// <param name="one">The event.</param>
    /// <param name="read">Its records that were read, by key: all of them, or those that are new to an alert that is known.</param>
    /// <param name="related">Alerts of the events that went up in it.</param>
    public (EventMatter? Matter, IReadOnlyList<string> Recused) Of(
        StoredEvent one, IReadOnlyDictionary<string, StoredRecord> read, IReadOnlyList<string> related)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(read);
        var members = read.Values.OrderBy(record => record.Record.ReceivedAt).ThenBy(record => record.Record.Key, StringComparer.Ordinal).ToList();
        IReadOnlyList<string> recused =
            [.. one.Recused.Concat(members.SelectMany(record => record.Verdict.Routing.Recused)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var (lead, seen) = (one.Lead, SeenBy(one.Lead, members));
        if (seen.Count == 0 && members.Count > 0)
        {
            (lead, seen) = (rules.DispatchOffice, SeenBy(rules.DispatchOffice, members));
        }

        if (seen.Count == 0 && one.AlertId is null)
        {
            return (null, recused);
        }

        var quoted = seen.Where(record => record.Verdict.Routing.Recused.Count == 0 && record.Record.Kind != "report").ToList();
        var speaker = quoted.Find(record => record.Record.Key == one.Central) ?? quoted.LastOrDefault();
        var isCentral = speaker?.Record.Key == one.Central;
        var place = MostNamed(seen, record => record.Verdict.Routing.Place);
        return (new EventMatter(EventOf(one, speaker, isCentral, recused), lead, one.Level)
        {
            Excerpt = speaker is null ? "" : PlainText.Line(speaker.Record.Body, MostExcerpt),
            Place = place?.Name,
            Street = place?.Street,
            Function = MostNamed(seen, record => record.Verdict.Routing.Function) ?? "other",
            Support = [.. seen.SelectMany(record => record.Verdict.Routing.Support.Distinct()).CountBy(unit => unit).Where(pair => 2 * pair.Value >= seen.Count).Select(pair => pair.Key)],
            AlertId = one.AlertId,
            Related = related,
            Members = [.. seen.Select(record => new JudgedRecord(record.Record, record.Verdict))],
        }, recused);
    }

    private List<StoredRecord> SeenBy(string unit, List<StoredRecord> members) =>
        members.FindAll(record => !Shield.Hides(record.Verdict.Routing.Recused, unit, units));

    private AlertEvent EventOf(StoredEvent one, StoredRecord? speaker, bool isCentral, IReadOnlyList<string> recused) => new(
        one.Id,
        isCentral ? one.Title : speaker is null ? "" : SharedWords.TitleOf(speaker.Record),
        isCentral ? one.Terms : [],
        one.Why,
        one.RecordCount,
        one.Voices,
        one.Channels,
        one.FirstAt,
        one.LastAt)
    {
        HasHidden = Shield.Hides(recused, one.Lead, units),
    };

    private static T? MostNamed<T>(List<StoredRecord> records, Func<StoredRecord, T?> name)
        where T : class =>
        records.Select(name).OfType<T>().CountBy(named => named).Where(pair => 2 * pair.Value >= records.Count).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault();
}
