using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>The records of one part that speak of one matter.</summary>
internal sealed record Matter(MatterKey Key, IReadOnlyList<MatterMember> Members)
{
    /// <summary>The matters of a part, gravest first; records that call no alert are left out.</summary>
    public static IReadOnlyList<Matter> GroupOf(IReadOnlyList<JudgedRecord> records, AlertRules rules, DateTimeOffset acceptedAt)
    {
        var oldest = acceptedAt - TimeSpan.FromDays(rules.AlertMaxAgeDays);
        return [.. records
            .Where(judged => judged.Record.ReceivedAt >= oldest)
            .Select(judged => (Judged: judged, Grade: rules.GradeOf(judged.Verdict)))
            .Where(pair => pair.Grade is not null)
            .GroupBy(pair => MatterKey.Of(pair.Judged), pair => new MatterMember(pair.Judged, pair.Grade!.Value))
            .Select(group => new Matter(group.Key, [.. group.DistinctBy(member => member.Record)]))
            .OrderByDescending(matter => matter.Members.Max(member => member.Grade))];
    }

    /// <summary>What the given members say of the matter.</summary>
    public MatterFacts FactsOf(IEnumerable<MatterMember> members, AlertRules rules) =>
        members.Select(member => member.FactsFor(Key, rules)).Aggregate((left, right) => left.Merge(right));
}

/// <summary>One record of a matter.</summary>
internal sealed record MatterMember(JudgedRecord Judged, AlertGrade Grade)
{
    private const int ExcerptLength = 200;
    private const int PlaceLength = 60;

    /// <summary>Key of the record.</summary>
    public string Record => Judged.Record.Key;

    /// <summary>What this record alone says.</summary>
    public MatterFacts FactsFor(MatterKey key, AlertRules rules)
    {
        var (record, verdict) = (Judged.Record, Judged.Verdict);
        var routing = verdict.Routing;
        return new MatterFacts(
            key.Hash(),
            key.Unit,
            key.DayStart,
            Grade.Level,
            Grade.Doubtful,
            rules.MinutesFor(Grade.Level),
            new MatterHead(
                record.ReceivedAt.ToUniversalTime(),
                record.Key,
                TitleOf(verdict),
                Shorten(record.Body, ExcerptLength),
                verdict.Urgency.Kind,
                PlaceOf(record, routing.Place),
                routing.Function,
                routing.Why,
                routing.Place?.Street),
            record.ReceivedAt.ToUniversalTime(),
            [.. routing.Support.Distinct().Order(StringComparer.Ordinal)],
            [.. routing.Recused.Distinct().Order(StringComparer.Ordinal)],
            [record.Channel]);
    }

    private static string TitleOf(Verdict verdict) => verdict.Routing.Place is { } place
        ? $"{place.Name} · {DangerNames.NameOf(verdict.Urgency.Kind)}"
        : DangerNames.NameOf(verdict.Urgency.Kind);

    // Who goes there needs the address: where the gazetteer knows no more than the street, the source's own words say more.
    private static string? PlaceOf(CitizenRecord record, PlaceMatch? place) =>
        place is { Level: not "street" } || string.IsNullOrWhiteSpace(record.Place) ? place?.Name : Shorten(record.Place.Trim(), PlaceLength);

    private static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return $"{text.AsSpan(0, end)}…";
    }
}
