using System.Runtime.InteropServices;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>What one name means.</summary>
/// <param name="Name">The place, as the file spells it.</param>
/// <param name="Rank">Index into <see cref="PlaceIndex.Levels"/>; finer places first.</param>
/// <param name="Streets">Unit codes of the streets it may lie in.</param>
/// <param name="Derived">True for a shortened form.</param>
internal sealed record PlaceEntry(string Name, int Rank, List<string> Streets, bool Derived);

/// <summary>A name found in a part of a record (0 the given place, 1 the title, 2 the body).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundPlace(PlaceEntry Entry, int Part);

/// <summary>All names of a district's places, searched in one pass.</summary>
internal sealed class PlaceIndex
{
    /// <summary>Rank of a road.</summary>
    public const int RoadRank = 4;

    /// <summary>Rank of a street's own name.</summary>
    public const int StreetRank = 5;

    private readonly PhraseTrie _trie = new();
    private readonly List<PlaceEntry> _entries = [];

    /// <summary>Learns the names.</summary>
    public PlaceIndex(Areas areas)
    {
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

    /// <summary>Levels by rank, the finest first.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["estate", "community", "village", "landmark", "road", "street"];

    /// <summary>Appends the names that stand in a text.</summary>
    public void Search(string? text, int part, List<FoundPlace> found)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var hits = new List<PhraseHit>();
        _trie.Find(TextFold.Fold(text), hits);
        foreach (var hit in hits)
        {
            found.Add(new FoundPlace(_entries[hit.Phrase], part));
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
            _entries.Add(new PlaceEntry(name, rank, [street], derived));
        }
        else if (_entries[number].Derived == derived && !_entries[number].Streets.Contains(street))
        {
            _entries[number].Streets.Add(street);
        }
    }
}
