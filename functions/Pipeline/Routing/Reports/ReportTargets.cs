using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>
/// Finds the units against which a record speaks, so that it never reaches them
/// (济南市12345市民服务热线条例第三十二条: 投诉、举报材料不得转给被投诉、举报的单位). In doubt a unit counts as denounced.
/// </summary>
internal sealed class ReportTargets(Roster roster)
{
    // How many characters one breath holds.
    private const int Breath = 14;

    private static readonly System.Buffers.SearchValues<char> SentenceEnds = System.Buffers.SearchValues.Create("。！？!?；;\n");
    private static readonly System.Buffers.SearchValues<char> ClauseEnds = System.Buffers.SearchValues.Create("。！？!?；;\n，,");

    /// <summary>Whom the record denounces.</summary>
    public ReportFinding Find(CitizenRecord record, IReadOnlyList<UnitMention> inTitle, IReadOnlyList<UnitMention> inBody, PlaceMatch? place)
    {
        var isReport = record.Kind == "report";
        if (!isReport && (record.Kind is "praise" or "inquiry" || inTitle.Count + inBody.Count == 0))
        {
            return ReportFinding.None;
        }

        var title = record.Title ?? "";
        var body = record.Body;
        var grave = ReportWords.Grave.In(title) || ReportWords.Grave.In(body);
        var mild = ReportWords.Mild.In(title) || ReportWords.Mild.In(body);
        var targets = new HashSet<string>(StringComparer.Ordinal);
        if (isReport)
        {
            Blamed(title, inTitle, grave || mild, targets);
            Blamed(body, inBody, grave || mild, targets);
            if (roster.Resolve(record.NamedUnit) is { } named)
            {
                targets.Add(named.Code);
            }

            if (place?.Street is { } street && (SpeaksOfStreetOffice(title) || SpeaksOfStreetOffice(body)))
            {
                targets.Add(street);
            }
        }
        else
        {
            Denounced(title, inTitle, targets);
            Denounced(body, inBody, targets);
        }

        if (targets.Count > 0)
        {
            return new ReportFinding(targets, grave || mild);
        }

        return isReport && grave && (ReportWords.Officials.In(title) || ReportWords.Officials.In(body))
            ? ReportFinding.None with { Misconduct = true }
            : ReportFinding.None;
    }

    // In a report every unit spoken of is blamed, but one that is asked to look into it, or that was only told of it.
    private static void Blamed(string text, IReadOnlyList<UnitMention> mentions, bool misconduct, HashSet<string> targets)
    {
        foreach (var mention in mentions)
        {
            var asked = IsAsked(text, mention) && (!misconduct || Oversees(mention.Unit));
            if (mention.IsPlace || asked || (!misconduct && IsTold(text, mention)))
            {
                continue;
            }

            targets.Add(mention.Unit.Code);
        }
    }

    // Elsewhere a unit is denounced only in so many words: "举报区城管局…", or an offence told of it in one breath.
    private static void Denounced(string text, IReadOnlyList<UnitMention> mentions, HashSet<string> targets)
    {
        foreach (var mention in mentions)
        {
            if (mention.IsPlace || IsAsked(text, mention) || IsTold(text, mention))
            {
                continue;
            }

            var clause = ClauseBefore(text, mention);
            var sentence = SentenceAfter(text, mention);
            if (ReportWords.Denounce.In(clause)
                || ReportWords.Grave.In(sentence)
                || (!mention.Unit.PublicEnterprise && IsComplainedOf(text, mention) && ReportWords.Mild.In(sentence)))
            {
                targets.Add(mention.Unit.Code);
            }
        }
    }

    // "请区纪委查处" asks the inspectors; "要求区城管局退还好处费" is no request to look into it.
    private static bool Oversees(Unit unit) =>
        unit.Kind is UnitKinds.Discipline or UnitKinds.Office or UnitKinds.Party or UnitKinds.Superior || unit.Functions.Contains("petition-office");

    private static bool IsAsked(string text, UnitMention mention) => EndsWithAny(Before(text, mention), ReportWords.Asks);

    private static bool IsTold(string text, UnitMention mention) => EndsWithAny(Before(text, mention), ReportWords.Tells);

    private static bool IsComplainedOf(string text, UnitMention mention) => EndsWithAny(Before(text, mention), ReportWords.Complains);

    // What stands before the name, list neighbours and the district's name taken away: "请区纪委、区信访局", "向历城区城管局".
    private static ReadOnlySpan<char> Before(string text, UnitMention mention)
    {
        var before = text.AsSpan(0, mention.Start);
        while (EndsWithAny(before, ReportWords.Fillers, out var length))
        {
            before = before[..^length];
        }

        return before;
    }

    private static ReadOnlySpan<char> ClauseBefore(string text, UnitMention mention)
    {
        var before = text.AsSpan(Math.Max(0, mention.Start - Breath), Math.Min(Breath, mention.Start));
        return before[(before.LastIndexOfAny(ClauseEnds) + 1)..];
    }

    private static ReadOnlySpan<char> SentenceAfter(string text, UnitMention mention)
    {
        var from = mention.Start + mention.Length;
        var after = text.AsSpan(from, Math.Min(2 * Breath, text.Length - from));
        var end = after.IndexOfAny(SentenceEnds);
        return end < 0 ? after : after[..end];
    }

    private static bool SpeaksOfStreetOffice(string text) => ReportWords.StreetOffice.In(text);

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] words) => EndsWithAny(text, words, out _);

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] words, out int length)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                length = word.Length;
                return true;
            }
        }

        length = 0;
        return false;
    }
}
