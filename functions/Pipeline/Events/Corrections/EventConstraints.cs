namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// The steps of persons as constraints on the grouping: records that are one matter whatever they say, and cuts that no chain of links may
/// bridge. Of two steps that contradict each other the later holds. Immutable, thread-safe.
/// </summary>
public sealed class EventConstraints
{
    private readonly Dictionary<string, List<string>> _partners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _sides = new(StringComparer.Ordinal);

    /// <summary>Reads steps in the order in which they were taken.</summary>
    public EventConstraints(IReadOnlyList<EventStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var links = new List<(string One, string Other)>();
        var cuts = new List<(HashSet<string> Out, HashSet<string> Left)>();
        foreach (var step in steps)
        {
            var (records, others) = (step.Records.ToHashSet(StringComparer.Ordinal), step.Others.ToHashSet(StringComparer.Ordinal));
            if (step.Step == EventSteps.Merge && step.Records.Count > 0 && step.Others.Count > 0)
            {
                cuts.RemoveAll(cut => (cut.Out.Overlaps(records) && cut.Left.Overlaps(others)) || (cut.Out.Overlaps(others) && cut.Left.Overlaps(records)));
                links.Add((step.Records[0], step.Others[0]));
            }
            else if (step.Step == EventSteps.Split)
            {
                links.RemoveAll(link => records.Contains(link.One) != records.Contains(link.Other));
                links.AddRange(step.Records.Skip(1).Select(record => (step.Records[0], record)));
                cuts.Add((records, others));
            }
        }

        foreach (var (one, other) in links)
        {
            Add(_partners, one, other);
            Add(_partners, other, one);
        }

        for (var i = 0; i < cuts.Count; i++)
        {
            foreach (var record in cuts[i].Out)
            {
                Add(_sides, record, i + 1);
            }

            foreach (var record in cuts[i].Left)
            {
                Add(_sides, record, -i - 1);
            }
        }
    }

    /// <summary>No step.</summary>
    public static EventConstraints None { get; } = new([]);

    /// <summary>True when there is neither.</summary>
    public bool IsEmpty => _partners.Count + _sides.Count == 0;

    /// <summary>Keys of the records that a record is one matter with.</summary>
    public IReadOnlyList<string> PartnersOf(string key) => _partners.GetValueOrDefault(key) ?? [];

    /// <summary>On which sides of cuts a record stands: n where it was taken out, −n where it stayed.</summary>
    public IReadOnlyList<int> SidesOf(string key) => _sides.GetValueOrDefault(key) ?? [];

    private static void Add<T>(Dictionary<string, List<T>> lists, string key, T item) =>
        (lists.TryGetValue(key, out var list) ? list : lists[key] = []).Add(item);
}
