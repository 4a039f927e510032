using SentimentWatch.Models.Features;

namespace SentimentWatch.Training.Heads;

/// <summary>How one head is trained.</summary>
/// <param name="Name">Head name.</param>
/// <param name="Labels">Labels in order.</param>
/// <param name="BucketBits">Two to this power is the number of buckets.</param>
/// <param name="GroupWeights">Weight of the groups Text, Title, Extra, Cue.</param>
internal sealed record HeadRecipe(string Name, string[] Labels, int BucketBits, float[] GroupWeights)
{
    /// <summary>Buckets seen in fewer training texts get no weight.</summary>
    public int MinimumTexts { get; init; } = 2;

    /// <summary>Strength of the naive-Bayes weighting: features are multiplied by |log-count-ratio| to this power; 0 is none.</summary>
    public float NaiveBayesPower { get; init; } = 1f;

    /// <summary>The linear machines whose scores are averaged.</summary>
    public IReadOnlyList<Machine> Machines { get; init; } = [new(MachineKind.Hinge, 1e-5f, 20)];

    /// <summary>Groups beyond the four known ones do not exist.</summary>
    public float Weight(FeatureGroup group) => GroupWeights[(int)group];
}

/// <summary>Loss of a machine.</summary>
internal enum MachineKind
{
    /// <summary>Smoothed hinge loss: a linear support vector machine.</summary>
    Hinge,

    /// <summary>Logistic loss.</summary>
    Logistic,
}

/// <summary>One one-versus-rest linear machine trained by ML.NET's SDCA.</summary>
/// <param name="Kind">Its loss.</param>
/// <param name="L2">L2 regularisation, per sample.</param>
/// <param name="Passes">Passes over the data.</param>
/// <param name="Share">Its share in the average.</param>
internal sealed record Machine(MachineKind Kind, float L2, int Passes, float Share = 1f);
