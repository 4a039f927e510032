using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Makes the log entries by which records enter an alert.</summary>
internal sealed class MatterEntries(AlertRules rules, IUnitNames units, ILegalClocks clocks)
{
    // A string property of a table row holds 32k characters.
    private const int KeyCharacters = 24_000;

    /// <summary>发现 and 派发, and more 合并 when the keys of the records do not fit into one entry.</summary>
    public IReadOnlyList<AlertLogEntry> Opening(string id, Matter matter, PartContext part, DateTimeOffset at)
    {
        var chunks = Chunks(matter.Members);
        var facts = FactsOf(matter, matter.Members);
        List<AlertLogEntry> entries =
        [
            new(id, 1, AlertStep.Found, at, AlertActors.System, Note(chunks[0]) + Faults(facts), Keys(chunks[0]), Source: part.Source, Facts: facts)
            {
                Policy = rules.Policy,
            },
            new(id, 2, AlertStep.Dispatched, at, AlertActors.System, $"派发至 {matter.Key.Unit}", Source: part.Source, To: matter.Key.Unit)
            {
                Chain = Shield.ChainOf(matter.Key.Unit, facts.Recused, units),
                ReturnBy = clocks.ReturnBy(facts.Channels, at),
            },
        ];
        entries.AddRange(chunks.Skip(1).Select((chunk, index) => Join(id, 3 + index, chunk, facts, Note(chunk), part, at)));
        return entries;
    }

    /// <summary>One 合并 for all the members of a part; it says whether it sends a card.</summary>
    public IReadOnlyList<AlertLogEntry> Joining(
        AlertFold before, Matter matter, IReadOnlyList<MatterMember> members, PartContext part, DateTimeOffset at)
    {
        var alert = before.Alert!;
        var facts = FactsOf(matter, members);
        var tells = AlertLevel.RankOf(facts.Level) > AlertLevel.RankOf(alert.Level)
            ? "，级别上调，另发通知"
            : alert.State == AlertState.Closed && facts.LatestReceivedAt > alert.ClosedAt ? "，办结后再次反映，重新派发" : "，级别未变，不另发通知";
        return [.. Chunks(members).Select((chunk, index) => Join(alert.Id, alert.LastSequence + 1 + index, chunk, facts, Note(chunk) + tells, part, at))];
    }

    // The router has kept out whom the records speak against; the roster of today is asked once more.
    private MatterFacts FactsOf(Matter matter, IReadOnlyList<MatterMember> members)
    {
        var facts = members.Select(member => ClockedFactsOf(matter, member)).Aggregate((left, right) => left.Merge(right));
        return facts with { Support = [.. facts.Support.Where(unit => !Shield.Hides(facts.Recused, unit, units))] };
    }

    private MatterFacts ClockedFactsOf(Matter matter, MatterMember member)
    {
        var own = clocks.Of(member.Judged.Record);
        return matter.FactsOf([member], rules) with { Deadlines = own.Deadlines, ClockFaults = own.Faults };
    }

    private static string Faults(MatterFacts facts) => facts.ClockFaults.Count == 0 ? "" : $"；时限存疑：{string.Concat(facts.ClockFaults)}";

    private static AlertLogEntry Join(
        string id, int sequence, IReadOnlyList<MatterMember> members, MatterFacts facts, string note, PartContext part, DateTimeOffset at) =>
        new(id, sequence, AlertStep.Joined, at, AlertActors.System, note, Keys(members), Source: part.Source, Facts: facts);

    private static string Note(IReadOnlyList<MatterMember> members) => $"{members.Count} 条诉求";

    private static IReadOnlyList<string> Keys(IReadOnlyList<MatterMember> members) => [.. members.Select(member => member.Record)];

    private static List<IReadOnlyList<MatterMember>> Chunks(IReadOnlyList<MatterMember> members)
    {
        List<IReadOnlyList<MatterMember>> chunks = [];
        List<MatterMember> chunk = [];
        var characters = 0;
        foreach (var member in members)
        {
            if (chunk.Count > 0 && characters + member.Record.Length > KeyCharacters)
            {
                chunks.Add(chunk);
                (chunk, characters) = ([], 0);
            }

            chunk.Add(member);
            characters += member.Record.Length;
        }

        chunks.Add(chunk);
        return chunks;
    }
}
