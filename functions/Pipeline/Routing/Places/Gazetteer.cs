namespace SentimentWatch.Pipeline.Routing;

/// <summary>Finds the finest known place of a record. Immutable, thread-safe.</summary>
public sealed class Gazetteer
{
    private readonly PlaceIndex _index;

    /// <summary>Learns the names of a district.</summary>
    public Gazetteer(Areas areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        _index = new PlaceIndex(areas);
    }

    /// <summary>
    /// The finest place that the parts of a record name, the given place before title and body. A name that several streets
    /// share belongs to the street that the record names; otherwise its <see cref="PlaceMatch.Street"/> is null.
    /// </summary>
    public PlaceMatch? Find(string? place, string? title, string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var found = new List<FoundPlace>();
        _index.Search(place, 0, found);
        _index.Search(title, 1, found);
        _index.Search(body, 2, found);
        if (found.Count == 0)
        {
            return null;
        }

        var named = NamedStreet(found);
        FoundPlace? best = null;
        foreach (var candidate in found)
        {
            if (named is not null && !candidate.Entry.Streets.Contains(named))
            {
                continue;
            }

            if (best is null || Order(candidate, best.Value) < 0)
            {
                best = candidate;
            }
        }

        var (entry, _) = best!.Value;
        var street = entry.Streets.Count == 1 ? entry.Streets[0] : named ?? OnlyShared(entry, found);
        return new PlaceMatch(street, entry.Name, PlaceIndex.Levels[entry.Rank]);
    }

    // The finer first; of two equal ones that of the given place before title and body.
    private static int Order(FoundPlace left, FoundPlace right)
    {
        var byRank = left.Entry.Rank.CompareTo(right.Entry.Rank);
        return byRank != 0 ? byRank : left.Part.CompareTo(right.Part);
    }

    // The street that the record names, or in which its given place lies; the body may well speak of another one.
    private static string? NamedStreet(List<FoundPlace> found)
    {
        foreach (var (entry, part) in found)
        {
            if (entry.Rank == PlaceIndex.StreetRank || (part == 0 && entry.Streets.Count == 1))
            {
                return entry.Streets[0];
            }
        }

        return null;
    }

    // "工业北路济南东站": the road spans streets, the station tells which.
    private static string? OnlyShared(PlaceEntry entry, List<FoundPlace> found)
    {
        foreach (var (other, _) in found)
        {
            if (other.Streets.Count == 1 && entry.Streets.Contains(other.Streets[0]))
            {
                return other.Streets[0];
            }
        }

        return null;
    }
}
