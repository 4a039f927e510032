namespace SentimentWatch.Pipeline.Events;

/// <summary>Finds what a new record is linked to. Reused from record to record; not thread-safe.</summary>
internal sealed class Linker
{
    /// <summary>
    /// From so many records on, a crowd key (what a record is mainly about, and a kind of trouble) is one matter by itself, and its records are
    /// linked without comparing. Links only grow with the set of records, so that the end does not depend on the order.
    /// </summary>
    public const int CrowdSize = 64;

    // A crowd is looked at no further than this; whoever is near in time is among the newest.
    private const int MostOfCrowd = 4 * CrowdSize;

    // No other key is looked at further than this: what so many share and are not mainly about is a turn of phrase.
    private const int MostUnderKey = 24;

    // Nor is a record compared with more others than this, those of its heaviest names first.
    private const int MostCompared = 72;

    private readonly HashSet<int> _seen = [];
    private readonly List<int> _bucket = [];

    /// <summary>Records that the new one is linked to by likeness.</summary>
    public List<int> Linked { get; } = [];

    /// <summary>Pairs that are linked because a key became, or is, a crowd.</summary>
    public List<(int One, int Other)> Crowd { get; } = [];

    /// <summary>The newest record alike but too long ago to be linked; −1 when there is none.</summary>
    public int Earlier { get; private set; }

    /// <summary>Looks at the records that share a key with the new one, which the index holds already.</summary>
    public void Link(int number, ReadOnlySpan<uint> keys, LinkIndex index, SketchStore sketches, List<EventFacts> facts)
    {
        _seen.Clear();
        Linked.Clear();
        Crowd.Clear();
        Earlier = -1;
        foreach (var key in keys)
        {
            Collect(index, key);
            if (!SketchKeys.IsCrowd(key))
            {
                CompareAll(number, sketches, facts);
            }
            else if (_bucket.Count == CrowdSize)
            {
                JoinAll(facts);
            }
            else if (_bucket.Count > CrowdSize)
            {
                JoinNear(number, facts);
            }
        }
    }

    private void Collect(LinkIndex index, uint key)
    {
        _bucket.Clear();
        var most = SketchKeys.IsCrowd(key) ? MostOfCrowd : MostUnderKey;
        foreach (var other in index.Under(key))
        {
            _bucket.Add(other);
            if (_bucket.Count == most)
            {
                return;
            }
        }
    }

    private void CompareAll(int number, SketchStore sketches, List<EventFacts> facts)
    {
        foreach (var other in _bucket)
        {
            if (other != number && _seen.Count < MostCompared && _seen.Add(other))
            {
                Compare(number, other, sketches, facts);
            }
        }
    }

    private void Compare(int number, int other, SketchStore sketches, List<EventFacts> facts)
    {
        var apart = facts[number].At - facts[other].At;
        if (!(LinkRule.Score(Likeness.Of(sketches[number], sketches[other]), apart) > 0))
        {
            return;
        }

        if (apart.Duration() <= LinkRule.Window)
        {
            Linked.Add(other);
        }
        else if (apart > TimeSpan.Zero && (Earlier < 0 || facts[other].At > facts[Earlier].At))
        {
            Earlier = other;
        }
    }

    // The key has just become a crowd: its records are linked, each to the next in time.
    private void JoinAll(List<EventFacts> facts)
    {
        _bucket.Sort((a, b) => facts[a].At != facts[b].At ? facts[a].At.CompareTo(facts[b].At) : a.CompareTo(b));
        for (var i = 1; i < _bucket.Count; i++)
        {
            AddNear(_bucket[i - 1], _bucket[i], facts);
        }
    }

    // A new record of a crowd is linked to the nearest before and after it; those are linked among themselves.
    private void JoinNear(int number, List<EventFacts> facts)
    {
        var (before, after) = (-1, -1);
        foreach (var other in _bucket)
        {
            if (other == number)
            {
                continue;
            }

            if (facts[other].At <= facts[number].At)
            {
                before = before < 0 || facts[other].At > facts[before].At ? other : before;
            }
            else
            {
                after = after < 0 || facts[other].At < facts[after].At ? other : after;
            }
        }

        AddNear(number, before, facts);
        AddNear(number, after, facts);
    }

    private void AddNear(int one, int other, List<EventFacts> facts)
    {
        if (other >= 0 && (facts[one].At - facts[other].At).Duration() <= LinkRule.Window)
        {
            Crowd.Add((one, other));
        }
    }
}
