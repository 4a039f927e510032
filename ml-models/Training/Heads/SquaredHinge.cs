using Microsoft.ML.Trainers;

namespace SentimentWatch.Training.Heads;

/// <summary>
/// Squared hinge loss for ML.NET's SDCA: max(0, 1 − y·f)². It beats the plain hinge on texts, and its dual has a closed-form step.
/// </summary>
internal sealed class SquaredHinge : ISupportSdcaClassificationLoss
{
    /// <inheritdoc/>
    public double Loss(float output, float label)
    {
        var missing = Math.Max(0, 1 - (Sign(label) * output));
        return missing * missing;
    }

    /// <inheritdoc/>
    public float Derivative(float output, float label) => -2 * Sign(label) * Math.Max(0, 1 - (Sign(label) * output));

    /// <inheritdoc/>
    public float ComputeDualUpdateInvariant(float scaledFeaturesNormSquared) => 1 / (0.5f + scaledFeaturesNormSquared);

    /// <inheritdoc/>
    public float DualUpdate(float output, float label, float dual, float invariant, int maxNumThreads)
    {
        var sign = Sign(label);
        var step = (1 - (output * sign) - (0.5f * dual * sign)) * invariant;
        return (sign * Math.Max(0, step + (dual * sign))) - dual;
    }

    /// <inheritdoc/>
    public double DualLoss(float label, float dual)
    {
        var own = dual * Sign(label);
        return own < 0 ? double.NegativeInfinity : own - (own * own / 4);
    }

    private static float Sign(float label) => label > 0 ? 1 : -1;
}
