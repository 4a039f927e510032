namespace SentimentWatch.Pipeline.Events;

/// <summary>What the records of one matter have in common, and which of them is most like all others.</summary>
internal sealed class MatterProfile
{
    private const int MostTerms = 8;
    private const int MostMembers = 500;

    public MatterProfile(int[] members, SketchStore sketches)
    {
        // Of a very large matter the first records tell enough.
        var some = members.Take(MostMembers).ToList();
        var sums = new Dictionary<uint, (int Weight, int Count)>();
        foreach (var member in some)
        {
            var row = sketches[member];
            for (var i = 0; i < row.Terms.Length; i++)
            {
                var (weight, count) = sums.GetValueOrDefault(row.Terms[i]);
                sums[row.Terms[i]] = (weight + row.Weights[i], count + 1);
            }
        }

        SharedTerms = [.. sums.Where(s => s.Value.Count * 2 >= some.Count && s.Value.Count > 1)
            .OrderByDescending(s => s.Value.Weight).ThenBy(s => s.Key).Take(MostTerms).Select(s => s.Key)];
        var best = -1L;
        foreach (var member in some)
        {
            var row = sketches[member];
            var likeness = 0L;
            for (var i = 0; i < row.Terms.Length; i++)
            {
                // What a record alone says makes it no likeness of the others.
                var (weight, count) = sums[row.Terms[i]];
                likeness += count > 1 ? (long)row.Weights[i] * weight : 0;
            }

            if (likeness > best)
            {
                (best, Central) = (likeness, member);
            }
        }
    }

    /// <summary>Number of the record most like all others; of equals the first.</summary>
    public int Central { get; }

    /// <summary>Terms that half of the records share or more, weightiest first.</summary>
    public IReadOnlyList<uint> SharedTerms { get; }
}
