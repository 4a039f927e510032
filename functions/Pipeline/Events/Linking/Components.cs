namespace SentimentWatch.Pipeline.Events;

/// <summary>Sets of linked records, joined in any order with the same result. Not thread-safe.</summary>
internal sealed class Components
{
    private readonly BlockList<int> _parents = new();

    // The members of a set form a ring, so that joining two is an exchange of two ends.
    private readonly BlockList<int> _next = new();
    private readonly BlockList<int> _sizes = new();

    /// <summary>Adds a record as a set of its own.</summary>
    public void Add()
    {
        _next.Add(_parents.Count);
        _parents.Add(_parents.Count);
        _sizes.Add(1);
    }

    /// <summary>The record that stands for a set: its first.</summary>
    public int RootOf(int record)
    {
        while (_parents[record] is var parent && parent != record)
        {
            record = _parents[record] = _parents[parent];
        }

        return record;
    }

    /// <summary>How many records the set of a root has.</summary>
    public int SizeOf(int root) => _sizes[root];

    /// <summary>Joins the sets of two records; gives the root that went under, or −1 when they were one already.</summary>
    public int Join(int one, int other)
    {
        var (a, b) = (RootOf(one), RootOf(other));
        if (a == b)
        {
            return -1;
        }

        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        _parents[b] = a;
        _sizes[a] += _sizes[b];
        (_next[a], _next[b]) = (_next[b], _next[a]);
        return b;
    }

    /// <summary>The records of a set.</summary>
    public int[] MembersOf(int root)
    {
        var members = new int[_sizes[root]];
        var at = root;
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = at;
            at = _next[at];
        }

        return members;
    }
}
