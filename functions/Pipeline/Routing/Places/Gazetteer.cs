using System.Runtime.InteropServices;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>Finds the finest known place of a record. Immutable, thread-safe.</summary>
public sealed class Gazetteer
{
    // Finer levels first; of two equal ones the earlier in the text wins.
    private static readonly string[] Levels = ["estate", "community", "village", "landmark", "road", "street"];

    private const int RoadRank = 4;
    private const int StreetRank = 5;

    private readonly PhraseTrie _trie = new();
    private readonly List<Entry> _entries = [];

    /// <summary>Learns the names of a district.</summary>
    public Gazetteer(Areas areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        foreach (var street in areas.Streets)
        {
            foreach (var form in (string[])[street.Name, .. street.Aliases])
            {
                Learn(street.Unit, street.Name, StreetRank, form, derived: false);
            }

            foreach (var (name, rank) in PlacesOf(street))
            {
                Learn(street.Unit, name, rank, name, derived: false);
                foreach (var other in street.OtherNames?.GetValueOrDefault(name) ?? [])
                {
                    Learn(street.Unit, name, rank, other, derived: false);
                }
            }
        }

        foreach (var road in areas.Roads)
        {
            foreach (var street in road.Streets)
            {
                Learn(street, road.Name, RoadRank, road.Name, derived: false);
            }
        }

        // After all full names: a shortened form never takes the place of a name that stands in the file.
        foreach (var street in areas.Streets)
        {
            foreach (var (name, rank) in PlacesOf(street))
            {
                if (Shortened(name) is { } form)
                {
                    Learn(street.Unit, name, rank, form, derived: true);
                }
            }
        }
    }

    /// <summary>
    /// The finest place that the parts of a record name, the given place before title and body. A name that several streets
    /// share belongs to the street that the record names; otherwise its <see cref="PlaceMatch.Street"/> is null.
    /// </summary>
    public PlaceMatch? Find(string? place, string? title, string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var found = new List<Found>();
        Search(place, 0, found);
        Search(title, 1, found);
        Search(body, 2, found);
        if (found.Count == 0)
        {
            return null;
        }

        var named = NamedStreet(found);
        Found? best = null;
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
        return new PlaceMatch(street, entry.Name, Levels[entry.Rank]);
    }

    private static int Order(Found left, Found right)
    {
        var byRank = left.Entry.Rank.CompareTo(right.Entry.Rank);
        return byRank != 0 ? byRank : left.Part.CompareTo(right.Part);
    }

    private static string? NamedStreet(List<Found> found)
    {
        foreach (var (entry, _) in found)
        {
            if (entry.Rank == StreetRank)
            {
                return entry.Streets[0];
            }
        }

        return null;
    }

    // "工业北路济南东站": the road spans streets, the station tells which.
    private static string? OnlyShared(Entry entry, List<Found> found)
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

    private void Search(string? text, int part, List<Found> found)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var folded = TextFold.Fold(text);
        var hits = new List<PhraseHit>();
        _trie.Find(folded, hits);
        foreach (var hit in hits)
        {
            found.Add(new Found(_entries[hit.Phrase], part));
        }
    }

    private static IEnumerable<(string Name, int Rank)> PlacesOf(StreetArea street) =>
        street.Estates.Select(n => (n, 0))
            .Concat(street.Communities.Select(n => (n, 1)))
            .Concat(street.Villages.Select(n => (n, 2)))
            .Concat(street.Landmarks.Select(n => (n, 3)))
            .Concat(street.Roads.Select(n => (n, RoadRank)));

    // "冷水沟村" is spoken of as "冷水沟", "万象新天社区" as "万象新天"; a bare name of two characters would match anywhere.
    private static string? Shortened(string name)
    {
        foreach (var ending in (ReadOnlySpan<string>)["社区", "村"])
        {
            if (name.EndsWith(ending, StringComparison.Ordinal) && name.Length - ending.Length >= 3)
            {
                return name[..^ending.Length];
            }
        }

        return null;
    }

    private void Learn(string street, string name, int rank, string form, bool derived)
    {
        var number = _trie.Add(TextFold.Fold(form));
        if (number == _entries.Count)
        {
            _entries.Add(new Entry(name, rank, [street], derived));
        }
        else if (_entries[number].Derived == derived && !_entries[number].Streets.Contains(street))
        {
            _entries[number].Streets.Add(street);
        }
    }

    private sealed record Entry(string Name, int Rank, List<string> Streets, bool Derived);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Found(Entry Entry, int Part);
}
