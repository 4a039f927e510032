using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>
/// Which stored event each matter is. An event's id stays with the matter that holds most of its records; where two events are one matter
/// the earlier id stays; what came off an event gets an id of its own. Depends on what is given alone.
/// </summary>
internal static class EventIds
{
    /// <summary>Finds the ids.</summary>
    /// <param name="matters">Matters.</param>
    /// <param name="near">The stored events that may hold records of these matters.</param>
    /// <param name="stored">All stored events.</param>
    public static IReadOnlyList<NamedMatter> Assign(IReadOnlyList<MatterEvent> matters, IEnumerable<StoredEvent> near, IReadOnlyDictionary<string, StoredEvent> stored)
    {
        var matterOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < matters.Count; i++)
        {
            foreach (var key in matters[i].Records)
            {
                matterOf[key] = i;
            }
        }

        var homes = new List<string>[matters.Count];
        var parents = new (string? Id, int Shared)[matters.Count];
        foreach (var old in near.Where(old => old.MergedInto is null).OrderBy(old => old.Id, StringComparer.Ordinal))
        {
            var shares = old.Members.Where(member => matterOf.ContainsKey(member.Key)).CountBy(member => matterOf[member.Key])
                .OrderByDescending(share => share.Value).ThenBy(share => matters[share.Key].Times[0]).ThenBy(share => matters[share.Key].Records[0], StringComparer.Ordinal).ToList();
            if (shares.Count == 0)
            {
                continue;
            }

            (homes[shares[0].Key] ??= []).Add(old.Id);
            foreach (var (matter, shared) in shares.Skip(1))
            {
                parents[matter] = shared > parents[matter].Shared ? (old.Id, shared) : parents[matter];
            }
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var named = new NamedMatter[matters.Count];
        foreach (var i in Enumerable.Range(0, matters.Count).OrderBy(i => homes[i] is null).ThenBy(i => matters[i].Id, StringComparer.Ordinal))
        {
            var parent = homes[i] is null ? parents[i].Id : null;
            var id = homes[i]?[0] ?? NewId(matters[i], parent, stored, used);
            used.Add(id);
            named[i] = new NamedMatter(matters[i], id, homes[i]?.Skip(1).ToList() ?? [], parent);
        }

        return named;
    }

    // An id that went up in the parent comes to life again; any other that is taken is left alone.
    private static string NewId(MatterEvent matter, string? parent, IReadOnlyDictionary<string, StoredEvent> stored, HashSet<string> used)
    {
        bool IsFree(string id) => !used.Contains(id) && (!stored.TryGetValue(id, out var old) || (parent is not null && old.MergedInto == parent));
        return IsFree(matter.Id)
            ? matter.Id
            : matter.Records.Zip(matter.Times, StoredEvent.IdOf).First(IsFree);
    }
}

/// <summary>A matter and the event that it is.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Id">The event.</param>
/// <param name="Absorbed">Events that turned out to be the same.</param>
/// <param name="Parent">Event that most of its records were part of before, when they came off it.</param>
internal sealed record NamedMatter(MatterEvent Matter, string Id, IReadOnlyList<string> Absorbed, string? Parent);
