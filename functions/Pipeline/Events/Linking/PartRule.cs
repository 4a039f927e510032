using System.Runtime.InteropServices;

namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// Divides a set of linked records into matters: the likest are put together first, and two parts are one only where their three best links
/// say so together. So one weak link between two matters unites them not, and a matter of which everybody tells another side holds.
/// Depends on the set and its links alone.
/// </summary>
internal sealed class PartRule(LinkGraph links)
{
    /// <summary>Larger sets stay whole: so many hang together by more than chance.</summary>
    public const int MostMembers = 2_000;

    private const int Best = 3;

    // Log odds that stand for a link that was not found.
    private const float NoLink = -0.3f;

    /// <summary>The parts, each in the order given.</summary>
    /// <param name="members">Record numbers in order of time.</param>
    /// <param name="groups">Groups of records that persons put together, by record number.</param>
    public IReadOnlyList<int[]> Parts(int[] members, Func<int, IReadOnlyList<int>> groups)
    {
        if (members.Length is <= 2 or > MostMembers)
        {
            return [members];
        }

        var sets = new Components();
        foreach (var _ in members)
        {
            sets.Add();
        }

        JoinGroups(members, groups, sets);
        var tops = TopsOf(members, sets);
        var queue = new PriorityQueue<(int One, int Other), (float Value, int One, int Other)>();
        foreach (var (one, others) in tops)
        {
            foreach (var other in others.Keys.Where(other => one < other))
            {
                Enqueue(queue, tops, sets, one, other);
            }
        }

        while (queue.TryDequeue(out var pair, out var priority))
        {
            // What was put in before one of the two changed is out of date.
            if (tops.TryGetValue(pair.One, out var others) && others.TryGetValue(pair.Other, out var top) && ValueOf(top, sets, pair.One, pair.Other) == -priority.Value)
            {
                Join(queue, tops, sets, pair.One, pair.Other);
            }
        }

        return [.. Enumerable.Range(0, members.Length).GroupBy(sets.RootOf).Select(part => part.Select(i => members[i]).ToArray())];
    }

    private static void JoinGroups(int[] members, Func<int, IReadOnlyList<int>> groups, Components sets)
    {
        var firsts = new Dictionary<int, int>();
        for (var i = 0; i < members.Length; i++)
        {
            foreach (var group in groups(members[i]))
            {
                if (!firsts.TryAdd(group, i))
                {
                    sets.Join(firsts[group], i);
                }
            }
        }
    }

    private static void Enqueue(
        PriorityQueue<(int One, int Other), (float Value, int One, int Other)> queue, Dictionary<int, Dictionary<int, Top>> tops, Components sets, int one, int other)
    {
        var value = ValueOf(tops[one][other], sets, one, other);
        if (value > 0)
        {
            var pair = (Math.Min(one, other), Math.Max(one, other));
            queue.Enqueue(pair, (-value, pair.Item1, pair.Item2));
        }
    }

    private static float ValueOf(Top top, Components sets, int one, int other) => top.Mean(Math.Min(Best, sets.SizeOf(one) * sets.SizeOf(other)));

    // Everything that one set was linked to, the other is linked to now.
    private static void Join(
        PriorityQueue<(int One, int Other), (float Value, int One, int Other)> queue, Dictionary<int, Dictionary<int, Top>> tops, Components sets, int one, int other)
    {
        var under = sets.Join(one, other);
        var root = sets.RootOf(under);
        tops.Remove(under, out var moved);
        tops[root].Remove(under);
        foreach (var (third, top) in moved!.Where(link => link.Key != root))
        {
            tops[third].Remove(under);
            tops[root][third] = tops[third][root] = tops[root].GetValueOrDefault(third, Top.None).With(top);
        }

        foreach (var third in tops[root].Keys)
        {
            Enqueue(queue, tops, sets, root, third);
        }
    }

    private Dictionary<int, Dictionary<int, Top>> TopsOf(int[] members, Components sets)
    {
        var places = new Dictionary<int, int>(members.Length);
        var tops = new Dictionary<int, Dictionary<int, Top>>();
        for (var i = 0; i < members.Length; i++)
        {
            places[members[i]] = i;
            tops.TryAdd(sets.RootOf(i), []);
        }

        foreach (var (member, place) in places)
        {
            foreach (var (other, score) in links.Of(member))
            {
                if (places.TryGetValue(other, out var there) && sets.RootOf(place) is var a && sets.RootOf(there) is var b && a != b)
                {
                    tops[a][b] = tops[b][a] = tops[a].GetValueOrDefault(b, Top.None).With(score);
                }
            }
        }

        return tops;
    }

    /// <summary>The three best links between two sets.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Top(float First, float Second, float Third)
    {
        public static readonly Top None = new(NoLink, NoLink, NoLink);

        public Top With(float score) =>
            score > First ? new Top(score, First, Second) : score > Second ? new Top(First, score, Second) : score > Third ? this with { Third = score } : this;

        public Top With(Top other) => With(other.First).With(other.Second).With(other.Third);

        public float Mean(int count) => count switch { 1 => First, 2 => (First + Second) / 2, _ => (First + Second + Third) / Best };
    }
}
