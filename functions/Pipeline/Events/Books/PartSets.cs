namespace SentimentWatch.Pipeline.Events;

/// <summary>How sets of linked records are divided into matters: by their links, and by the cuts of persons. Not thread-safe.</summary>
/// <param name="corrections">What persons have joined and cut.</param>
/// <param name="rule">Divides a set by its links.</param>
/// <param name="cuts">Divides a part that a cut runs through.</param>
/// <param name="keys">Keys by record number.</param>
internal sealed class PartSets(EventConstraints corrections, PartRule rule, CutRule cuts, KeyArena keys)
{
    // A set of so many is divided anew when it has grown by so much, and when it is asked for.
    private const int LargeFrom = 24;
    private const double Growth = 1.25;

    // By root: the sides of cuts that its records stand on, and the parts of a set. By group: its first record.
    private readonly Dictionary<int, HashSet<int>> _sides = [];
    private readonly Dictionary<int, (int Size, IReadOnlyList<int[]> Parts)> _parts = [];
    private readonly Dictionary<int, int> _groups = [];

    /// <summary>Takes in a record of a set, and gives the records that persons have joined it with.</summary>
    public IEnumerable<int> Add(int number, string key, int root)
    {
        if (corrections.SidesOf(key) is { Count: > 0 } sides)
        {
            Hold(root, sides);
        }

        return corrections.GroupsOf(key).Where(group => !_groups.TryAdd(group, number)).Select(group => _groups[group]).ToList();
    }

    /// <summary>Takes in that a set went up in another.</summary>
    public void Join(int under, int root)
    {
        if (_sides.Remove(under, out var sides))
        {
            Hold(root, sides);
        }
    }

    /// <summary>The parts of a set, each one matter.</summary>
    /// <param name="root">The record that stands for it.</param>
    /// <param name="size">How many records it has.</param>
    /// <param name="members">Gives them in order of time.</param>
    /// <param name="exact">False when parts of a large set will do that are a little out of date.</param>
    public IReadOnlyList<int[]> Of(int root, int size, Func<int[]> members, bool exact = true)
    {
        if (!_parts.TryGetValue(root, out var known) || (known.Size != size && (exact || size < LargeFrom || size >= known.Size * Growth)))
        {
            _parts[root] = known = (size, Divide(root, members()));
        }

        return known.Parts;
    }

    private IReadOnlyList<int[]> Divide(int root, int[] members)
    {
        IReadOnlyList<int> Groups(int member) => corrections.IsEmpty ? [] : corrections.GroupsOf(keys[member]);
        var parts = rule.Parts(members, Groups);
        return IsCut(root) ? [.. parts.SelectMany(part => cuts.Parts(part, member => corrections.SidesOf(keys[member]), Groups))] : parts;
    }

    private bool IsCut(int root) => _sides.TryGetValue(root, out var sides) && sides.Any(side => sides.Contains(-side));

    private void Hold(int root, IEnumerable<int> sides) => (_sides.TryGetValue(root, out var held) ? held : _sides[root] = []).UnionWith(sides);
}
