namespace SentimentWatch.Pipeline.Events;

/// <summary>Which sets of linked records a person's cuts run through, and how they are divided. Not thread-safe.</summary>
/// <param name="corrections">What persons have joined and cut.</param>
/// <param name="rule">Divides a set.</param>
/// <param name="keys">Keys by record number.</param>
internal sealed class CutSets(EventConstraints corrections, CutRule rule, KeyArena keys)
{
    // By root: the sides of cuts that its records stand on, and the parts of a set that cuts run through. By group: its first record.
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

    /// <summary>True when a cut stands between records of a set.</summary>
    public bool IsCut(int root) => _sides.TryGetValue(root, out var sides) && sides.Any(side => sides.Contains(-side));

    /// <summary>The parts of a set; it is a part itself when no cut runs through it.</summary>
    /// <param name="root">The record that stands for it.</param>
    /// <param name="size">How many records it has.</param>
    /// <param name="members">Gives them in order of time.</param>
    public IReadOnlyList<int[]> PartsOf(int root, int size, Func<int[]> members)
    {
        if (!IsCut(root))
        {
            return [members()];
        }

        if (!_parts.TryGetValue(root, out var known) || known.Size != size)
        {
            _parts[root] = known = (size, rule.Parts(members(), member => corrections.SidesOf(keys[member]), member => corrections.GroupsOf(keys[member])));
        }

        return known.Parts;
    }

    private void Hold(int root, IEnumerable<int> sides) => (_sides.TryGetValue(root, out var held) ? held : _sides[root] = []).UnionWith(sides);
}
