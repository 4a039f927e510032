using System.Globalization;
using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>
/// Adds to rows of events where official and other words disagree. Records are read only for events that hold both, as their sketches
/// tell, and only when others of them count than when the row was written.
/// </summary>
internal sealed class EventHints(IEventTexts texts, IReadOnlyDictionary<string, StoredEvent> stored)
{
    private const int MostOfficial = 4;
    private const int MostDisputes = 4;
    private const int MostOthers = 12;

    /// <summary>Fills in hints.</summary>
    public async Task AddAsync(SortedDictionary<string, StoredEvent> found, IReadOnlyList<NamedMatter> named, CancellationToken cancellationToken)
    {
        var asked = new List<(string Id, string Basis, List<EventMember> Members)>();
        foreach (var one in named)
        {
            var members = MembersOf(one.Matter);
            var basis = BasisOf(members);
            if (stored.TryGetValue(one.Id, out var old) && old.HintBasis == basis)
            {
                found[one.Id] = found[one.Id] with { Hint = old.Hint, HintBasis = basis };
            }
            else if (members.Count > 0)
            {
                asked.Add((one.Id, basis, [.. members.Select(member => member.Member)]));
            }
        }

        if (asked.Count == 0)
        {
            return;
        }

        var records = await texts.ReadAsync([.. asked.SelectMany(one => one.Members)], cancellationToken);
        foreach (var (id, basis, members) in asked)
        {
            var known = members.Where(member => records.ContainsKey(member.Key)).Select(member => records[member.Key]).ToList();

            // Words against a unit are not quoted: it may see its own events.
            var quotable = known.Where(record => record.Verdict.Routing.Recused.Count == 0).Select(record => record.Record).ToList();

            // What was not found is asked for again.
            found[id] = found[id] with { Hint = RumourHint.Of(quotable), HintBasis = known.Count == members.Count ? basis : "" };
        }
    }

    private static List<(EventMember Member, Stance Stance)> MembersOf(MatterEvent matter)
    {
        var latest = Enumerable.Range(0, matter.Records.Count).Reverse().ToLookup(i => matter.Stances[i]);
        var hasDispute = latest[Stance.Disputes].Any();
        if (!latest[Stance.Denies].Any() && !(hasDispute && latest[Stance.Answers].Any()))
        {
            return [];
        }

        var chosen = latest[Stance.Denies].Take(MostOfficial).Concat(hasDispute ? latest[Stance.Answers].Take(MostOfficial) : []).ToList();
        List<int> others = [.. latest[Stance.Disputes].Take(MostDisputes), .. latest[Stance.Denies].Any() ? latest[Stance.None].Take(MostOthers) : []];
        return others.Count == 0 ? [] : [.. chosen.Concat(others).Select(i => (EventMember.Of(matter.Records[i], matter.Times[i]), matter.Stances[i]))];
    }

    private static string BasisOf(List<(EventMember Member, Stance Stance)> members) => members.Count == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture, $"{StableHash.Of(string.Join(' ', members.Select(member => $"{member.Member.Key} {member.Stance}"))):x16}");
}
