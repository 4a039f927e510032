namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// The steps of persons as constraints on the grouping: groups of records that are one matter whatever they say, and cuts that no chain of
/// links may bridge. Of two steps that contradict each other the later holds. Immutable, thread-safe.
/// </summary>
public sealed class EventConstraints
{
    private readonly Dictionary<string, List<int>> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _sides = new(StringComparer.Ordinal);

    /// <summary>Reads steps in the order in which they were taken.</summary>
    public EventConstraints(IReadOnlyList<EventStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var groups = new List<HashSet<string>>();
        var cuts = new List<(HashSet<string> Out, HashSet<string> Left)>();
        foreach (var step in steps)
        {
            var (records, others) = (step.Records.ToHashSet(StringComparer.Ordinal), step.Others.ToHashSet(StringComparer.Ordinal));
            if (step.Step == EventSteps.Merge && records.Count > 0 && others.Count > 0)
            {
                Join(groups, cuts, records, others);
            }
            else if (step.Step == EventSteps.Split && records.Count > 0)
            {
                groups.ForEach(group => group.ExceptWith(records));
                Join(groups, cuts, records, step.Into);
                cuts.Add((records, others));
            }
        }

        for (var i = 0; i < groups.Count; i++)
        {
            Note(_groups, groups[i], i);
        }

        for (var i = 0; i < cuts.Count; i++)
        {
            Note(_sides, cuts[i].Out, i + 1);
            Note(_sides, cuts[i].Left, -i - 1);
        }
    }

    /// <summary>No step.</summary>
    public static EventConstraints None { get; } = new([]);

    /// <summary>True when there is neither.</summary>
    public bool IsEmpty => _groups.Count + _sides.Count == 0;

    /// <summary>The groups that a record is in; all records of a group are one matter.</summary>
    public IReadOnlyList<int> GroupsOf(string key) => _groups.GetValueOrDefault(key) ?? [];

    /// <summary>On which sides of cuts a record stands: n where it was taken out, −n where it stayed.</summary>
    public IReadOnlyList<int> SidesOf(string key) => _sides.GetValueOrDefault(key) ?? [];

    // Whatever stood between the two before does no more.
    private static void Join(List<HashSet<string>> groups, List<(HashSet<string> Out, HashSet<string> Left)> cuts, HashSet<string> records, IEnumerable<string> others)
    {
        var more = others.ToHashSet(StringComparer.Ordinal);
        cuts.RemoveAll(cut => (cut.Out.Overlaps(records) && cut.Left.Overlaps(more)) || (cut.Out.Overlaps(more) && cut.Left.Overlaps(records)));
        more.UnionWith(records);
        groups.Add(more);
    }

    private static void Note(Dictionary<string, List<int>> lists, HashSet<string> keys, int number)
    {
        foreach (var key in keys)
        {
            (lists.TryGetValue(key, out var list) ? list : lists[key] = []).Add(number);
        }
    }
}
