namespace SentimentWatch.Training.Heads;

/// <summary>How one head is trained.</summary>
/// <param name="Name">Head name.</param>
/// <param name="Labels">Labels in order.</param>
internal sealed record HeadRecipe(string Name, string[] Labels)
{
    /// <summary>Features seen in fewer training texts get no weight.</summary>
    public int MinimumTexts { get; init; } = 2;

    /// <summary>Strength of the naive-Bayes weighting: features are multiplied by |log-count-ratio| to this power; 0 is none.</summary>
    public float NaiveBayesPower { get; init; } = 0.5f;

    /// <summary>The linear machines whose scores are averaged by their shares.</summary>
    public IReadOnlyList<Machine> Machines { get; init; } = [new(MachineKind.SquaredHinge, 1e-4f, 30)];
}

/// <summary>Loss of a machine.</summary>
internal enum MachineKind
{
    /// <summary>Squared hinge loss: a linear support vector machine.</summary>
    SquaredHinge,

    /// <summary>Logistic loss.</summary>
    Logistic,
}

/// <summary>One one-versus-rest linear machine trained by ML.NET's SDCA.</summary>
/// <param name="Kind">Its loss.</param>
/// <param name="L2">L2 regularisation, per sample.</param>
/// <param name="Passes">Passes over the data.</param>
/// <param name="Share">Its share in the sum.</param>
internal sealed record Machine(MachineKind Kind, float L2, int Passes, float Share = 1f);
