namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// Divides a set of linked records that a person's cuts run through. The likest two are put together first, and so on, unless a cut stands
/// between what they belong to: so whatever would bridge a cut goes to the side it is nearer to, and unites nothing. Depends on the set alone.
/// </summary>
/// <param name="sketches">Sketches by record number.</param>
/// <param name="facts">Facts by record number.</param>
internal sealed class CutRule(SketchStore sketches, BlockList<EventFacts> facts)
{
    // In larger sets records are compared with those on sides of cuts alone, and with some of them.
    private const int MostCompared = 400;
    private const int SomeOfSides = 120;

    /// <summary>The parts, each in the order given.</summary>
    /// <param name="members">Record numbers in order of time.</param>
    /// <param name="sides">Sides of cuts that each of them stands on.</param>
    /// <param name="groups">Groups that each of them is in.</param>
    public IReadOnlyList<int[]> Parts(int[] members, Func<int, IReadOnlyList<int>> sides, Func<int, IReadOnlyList<int>> groups)
    {
        var sets = new Components();
        var held = new HashSet<int>[members.Length];
        var grouped = new Dictionary<int, int>();
        for (var i = 0; i < members.Length; i++)
        {
            sets.Add();
            held[i] = [.. sides(members[i])];
            foreach (var group in groups(members[i]))
            {
                if (!grouped.TryAdd(group, i))
                {
                    Join(sets, held, grouped[group], i);
                }
            }
        }

        foreach (var (one, other) in Pairs(members, i => held[i].Count > 0))
        {
            var (a, b) = (sets.RootOf(one), sets.RootOf(other));
            if (a != b && !held[a].Any(side => held[b].Contains(-side)))
            {
                Join(sets, held, a, b);
            }
        }

        return [.. Enumerable.Range(0, members.Length).GroupBy(sets.RootOf).Select(part => part.Select(i => members[i]).ToArray())];
    }

    private static void Join(Components sets, HashSet<int>[] held, int one, int other)
    {
        var gone = sets.Join(one, other);
        if (gone >= 0)
        {
            held[sets.RootOf(one)].UnionWith(held[gone]);
        }
    }

    private IEnumerable<(int One, int Other)> Pairs(int[] members, Func<int, bool> isSided)
    {
        var others = Enumerable.Range(0, members.Length).ToList();
        if (members.Length > MostCompared)
        {
            var sided = others.FindAll(i => isSided(i));
            var step = Math.Max(1, sided.Count / SomeOfSides);
            others = [.. sided.Where((_, i) => i % step == 0)];
        }

        var pairs = new List<(float Near, TimeSpan Apart, int One, int Other)>();
        foreach (var other in others)
        {
            for (var one = 0; one < members.Length; one++)
            {
                if (one < other || (one != other && members.Length > MostCompared))
                {
                    var apart = (facts[members[one]].At - facts[members[other]].At).Duration();
                    pairs.Add((Likeness.Of(sketches[members[one]], sketches[members[other]]).Nearness, apart, Math.Min(one, other), Math.Max(one, other)));
                }
            }
        }

        pairs.Sort((x, y) => y.Near != x.Near ? y.Near.CompareTo(x.Near)
            : x.Apart != y.Apart ? x.Apart.CompareTo(y.Apart)
            : x.One != y.One ? x.One.CompareTo(y.One) : x.Other.CompareTo(y.Other));
        return pairs.Select(pair => (pair.One, pair.Other));
    }
}
