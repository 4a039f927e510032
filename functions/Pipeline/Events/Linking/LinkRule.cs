using System.Reflection;

namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// Whether two records speak of one matter: the log odds that a sum of small trees gives for what their sketches share and the time between
/// them. It depends on the two records alone, so that the links among a set of records do not depend on the order in which they come. The
/// trees were fitted by the benchmarks' verb <c>events fit</c>.
/// </summary>
public static class LinkRule
{
    /// <summary>Records further apart in time are never linked directly.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(60);

    /// <summary>What the trees ask of: numbers of <see cref="Describe"/>, in its order.</summary>
    public static readonly IReadOnlyList<string> Features =
    [
        nameof(Likeness.Names), nameof(Likeness.Phrases), nameof(Likeness.SharedNames), nameof(Likeness.SharedPhrases), nameof(Likeness.Words),
        nameof(Likeness.Kinds), "OtherKinds", "Days", nameof(Likeness.Principal), nameof(Likeness.LeastPrincipal),
        nameof(Likeness.SharedPrincipals), nameof(Likeness.Anchor), nameof(Likeness.LargestAnchor), nameof(Likeness.Covered),
    ];

    private const int FeatureCount = 14;
    private const string Resource = "links.txt";
    private static readonly LinkTrees Trees = Load();

    /// <summary>The log odds that the two speak of one matter; above 0 they are linked. Time counts up to <see cref="Window"/>.</summary>
    public static float Score(in Likeness like, TimeSpan apart)
    {
        if (!like.HasAnchor || like.IsApart)
        {
            return float.NegativeInfinity;
        }

        Span<float> features = stackalloc float[FeatureCount];
        Describe(like, apart, features);
        return Trees.Sum(features);
    }

    /// <summary>Fills in what the trees ask of; as many numbers as <see cref="Features"/> has names.</summary>
    public static void Describe(in Likeness like, TimeSpan apart, Span<float> features)
    {
        features[0] = like.Names;
        features[1] = like.Phrases;
        features[2] = like.SharedNames;
        features[3] = like.SharedPhrases;
        features[4] = like.Words;
        features[5] = like.Kinds;
        features[6] = like.HasKinds && like.SharedKinds == 0 ? 1 : 0;
        features[7] = (float)Math.Min(apart.Duration().TotalDays, Window.TotalDays);
        features[8] = like.Principal;
        features[9] = like.LeastPrincipal;
        features[10] = like.SharedPrincipals;
        features[11] = like.Anchor;
        features[12] = like.LargestAnchor;
        features[13] = like.Covered;
    }

    private static LinkTrees Load()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not in the program; build it again."));
        return LinkTrees.Read(reader, FeatureCount);
    }
}
