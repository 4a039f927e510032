using SentimentWatch.Models.Heads;

namespace SentimentWatch.Training.Heads;

/// <summary>A trained head before quantization.</summary>
/// <param name="Recipe">How it was trained.</param>
/// <param name="Weights">Weights, bucket by bucket.</param>
/// <param name="Biases">Bias of every label.</param>
internal sealed record FloatHead(HeadRecipe Recipe, float[] Weights, float[] Biases)
{
    // Few weights are far out; clipping them buys every other weight a finer step.
    private const double ClipQuantile = 0.9999;

    /// <summary>Raw score of every label.</summary>
    public float[] Scores(SparseRow row)
    {
        var labels = Biases.Length;
        var scores = new float[labels];
        for (var i = 0; i < row.Buckets.Length; i++)
        {
            for (var c = 0; c < labels; c++)
            {
                scores[c] += Weights[((long)row.Buckets[i] * labels) + c] * row.Values[i];
            }
        }
        for (var c = 0; c < labels; c++)
        {
            scores[c] += Biases[c];
        }
        return scores;
    }

    /// <summary>Probabilities of every label at a temperature.</summary>
    public float[] Probabilities(SparseRow row, float temperature)
    {
        var scores = Scores(row);
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] *= temperature;
        }
        var probabilities = new float[scores.Length];
        LinearHead.Softmax(scores, probabilities);
        return probabilities;
    }

    /// <summary>The head as it ships: one signed byte a weight.</summary>
    public LinearHead Quantize(float temperature)
    {
        var labels = Biases.Length;
        var stride = LinearHead.StrideFor(labels);
        var scales = new float[labels];
        var bytes = new sbyte[stride << Recipe.BucketBits];
        for (var c = 0; c < labels; c++)
        {
            scales[c] = Largest(c) / sbyte.MaxValue;
            for (var b = 0; b < 1 << Recipe.BucketBits; b++)
            {
                var step = scales[c] > 0 ? MathF.Round(Weights[((long)b * labels) + c] / scales[c]) : 0;
                bytes[(b * stride) + c] = (sbyte)Math.Clamp(step, -127, 127);
            }
        }
        var spec = new HeadSpec(Recipe.Name, Recipe.Labels, Recipe.BucketBits, temperature, Recipe.GroupWeights, scales, Biases);
        return new LinearHead(spec, bytes);
    }

    private float Largest(int label)
    {
        var sizes = new List<float>();
        for (long i = label; i < Weights.LongLength; i += Biases.Length)
        {
            if (Weights[i] != 0)
            {
                sizes.Add(MathF.Abs(Weights[i]));
            }
        }
        sizes.Sort();
        return sizes.Count == 0 ? 0 : sizes[(int)((sizes.Count - 1) * ClipQuantile)];
    }
}
