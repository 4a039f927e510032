namespace SentimentWatch.Pipeline.Events;

/// <summary>Finds what a new record is linked to. Reused from record to record; not thread-safe.</summary>
internal sealed class Linker
{
    /// <summary>
    /// From so many records on, a crowd key (what a record is mainly about, and a kind of trouble) is one matter by itself, and its records are
    /// linked without comparing. Links only grow with the set of records, so that the end does not depend on the order.
    /// </summary>
    public const int CrowdSize = 64;

    /// <summary>Log odds that stand for the link of two records of a crowd.</summary>
    public const float OfCrowd = 4;

    // A crowd is looked at no further than this; whoever is near in time is among the newest.
    private const int MostOfCrowd = 4 * CrowdSize;

    // No other key is looked at further than this: what so many share and are not mainly about is a turn of phrase.
    private const int MostUnderKey = 10;

    // Nor is a record compared with more others than this, those of its heaviest names first.
    private const int MostCompared = 28;

    private readonly int[] _heads = new int[Sketch.MostKeys];
    private readonly int[] _counts = new int[Sketch.MostKeys];
    private readonly int[] _buckets = new int[Sketch.MostKeys * MostOfCrowd];
    private readonly int[] _others = new int[MostCompared];
    private uint _touched;

    /// <summary>Records that the new one is linked to by likeness, with the log odds.</summary>
    public List<(int Other, float Score)> Linked { get; } = [];

    /// <summary>Pairs that are linked because a key became, or is, a crowd.</summary>
    public List<(int One, int Other)> Crowd { get; } = [];

    /// <summary>The newest record alike but too long ago to be linked; −1 when there is none.</summary>
    public int Earlier { get; private set; }

    /// <summary>Enters the new record in the index and looks at those that share a key with it.</summary>
    public void Link(int number, ReadOnlySpan<uint> keys, LinkIndex index, SketchStore sketches, BlockList<EventFacts> facts)
    {
        Linked.Clear();
        Crowd.Clear();
        Earlier = -1;
        index.Add(number, keys, _heads);
        Collect(keys, index);
        var others = _others.AsSpan(0, PickOthers(number, keys));

        // Reads that wait for memory wait together.
        foreach (var other in others)
        {
            _touched ^= sketches.Touch(other);
        }

        foreach (var other in others)
        {
            Compare(number, other, sketches, facts);
        }

        JoinCrowds(number, keys, facts);
    }

    // All chains at once, a step each in turn: a step waits for memory, and the chains' waits overlap.
    private void Collect(ReadOnlySpan<uint> keys, LinkIndex index)
    {
        _counts.AsSpan(0, keys.Length).Clear();
        for (var goesOn = true; goesOn;)
        {
            goesOn = false;
            for (var i = 0; i < keys.Length; i++)
            {
                if (_counts[i] < (SketchKeys.IsCrowd(keys[i]) ? MostOfCrowd : MostUnderKey) && index.Next(ref _heads[i], out var record))
                {
                    _buckets[(i * MostOfCrowd) + _counts[i]++] = record;
                    goesOn = true;
                }
            }
        }
    }

    private ReadOnlySpan<int> Bucket(int key) => _buckets.AsSpan(key * MostOfCrowd, _counts[key]);

    private int PickOthers(int number, ReadOnlySpan<uint> keys)
    {
        var count = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (SketchKeys.IsCrowd(keys[i]))
            {
                continue;
            }

            foreach (var other in Bucket(i))
            {
                if (count == MostCompared)
                {
                    return count;
                }

                if (other != number && !_others.AsSpan(0, count).Contains(other))
                {
                    _others[count++] = other;
                }
            }
        }

        return count;
    }

    private void Compare(int number, int other, SketchStore sketches, BlockList<EventFacts> facts)
    {
        var apart = facts[number].At - facts[other].At;
        var score = LinkRule.Score(Likeness.Of(sketches[number], sketches[other]), apart);
        if (!(score > 0))
        {
            return;
        }

        if (apart.Duration() <= LinkRule.Window)
        {
            Linked.Add((other, score));
        }
        else if (apart > TimeSpan.Zero && (Earlier < 0 || facts[other].At > facts[Earlier].At))
        {
            Earlier = other;
        }
    }

    private void JoinCrowds(int number, ReadOnlySpan<uint> keys, BlockList<EventFacts> facts)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (SketchKeys.IsCrowd(keys[i]) && _counts[i] == CrowdSize)
            {
                JoinAll([.. Bucket(i)], facts);
            }
            else if (SketchKeys.IsCrowd(keys[i]) && _counts[i] > CrowdSize)
            {
                JoinNear(number, Bucket(i), facts);
            }
        }
    }

    // The key has just become a crowd: its records are linked, each to the next in time.
    private void JoinAll(int[] bucket, BlockList<EventFacts> facts)
    {
        Array.Sort(bucket, (a, b) => facts[a].At != facts[b].At ? facts[a].At.CompareTo(facts[b].At) : a.CompareTo(b));
        for (var i = 1; i < bucket.Length; i++)
        {
            AddNear(bucket[i - 1], bucket[i], facts);
        }
    }

    // A new record of a crowd is linked to the nearest before and after it; those are linked among themselves.
    private void JoinNear(int number, ReadOnlySpan<int> bucket, BlockList<EventFacts> facts)
    {
        var (before, after) = (-1, -1);
        foreach (var other in bucket)
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

    private void AddNear(int one, int other, BlockList<EventFacts> facts)
    {
        if (other >= 0 && (facts[one].At - facts[other].At).Duration() <= LinkRule.Window)
        {
            Crowd.Add((one, other));
        }
    }
}
