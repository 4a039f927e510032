using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SentimentWatch.Models.Features;

namespace SentimentWatch.Models.Heads;

/// <summary>
/// A linear classifier over hashed features: one signed byte a bucket and label, one scale and one bias a label,
/// a softmax with a calibration temperature. Immutable, so any number of threads may score with it.
/// </summary>
internal sealed class LinearHead
{
    private readonly sbyte[] _weights;
    private readonly int _stride;
    private readonly int _shift;

    /// <summary>Takes weights laid out bucket by bucket, <see cref="StrideFor"/> bytes each.</summary>
    public LinearHead(HeadSpec spec, sbyte[] weights)
    {
        Spec = spec;
        _weights = weights;
        _stride = StrideFor(spec.Labels.Length);
        _shift = 32 - spec.BucketBits;
    }

    /// <summary>What the head is: labels, scales, calibration.</summary>
    public HeadSpec Spec { get; }

    /// <summary>The weights, as they are stored.</summary>
    public ReadOnlySpan<sbyte> Weights => _weights;

    /// <summary>Bytes a bucket takes: labels rounded up to a multiple of four.</summary>
    public static int StrideFor(int labels) => (labels + 3) & ~3;

    /// <summary>Writes the probability of every label.</summary>
    public void Score(FeatureBag bag, Span<float> probabilities)
    {
        Span<float> sums = stackalloc float[_stride];
        sums.Clear();
        for (var g = 0; g < FeatureBag.Groups; g++)
        {
            if (Spec.GroupWeights[g] != 0)
            {
                Accumulate(bag.Keys((FeatureGroup)g), bag.Values((FeatureGroup)g), Spec.GroupWeights[g], sums);
            }
        }
        var norm = bag.InverseNorm(Spec.GroupWeights);
        for (var c = 0; c < Spec.Labels.Length; c++)
        {
            sums[c] = ((sums[c] * norm * Spec.Scales[c]) + Spec.Biases[c]) * Spec.Temperature;
        }
        Softmax(sums[..Spec.Labels.Length], probabilities);
    }

    /// <summary>The weight of one key of the Text group for one label, in score units.</summary>
    public float Weight(uint key, int label) => _weights[((int)(key >> _shift) * _stride) + label] * Spec.Scales[label];

    /// <summary>Probabilities of scores already multiplied by the temperature.</summary>
    public static void Softmax(ReadOnlySpan<float> scores, Span<float> probabilities)
    {
        var highest = Highest(scores);
        var sum = 0f;
        for (var c = 0; c < scores.Length; c++)
        {
            probabilities[c] = MathF.Exp(scores[c] - highest);
            sum += probabilities[c];
        }
        for (var c = 0; c < scores.Length; c++)
        {
            probabilities[c] /= sum;
        }
    }

    private static float Highest(ReadOnlySpan<float> scores)
    {
        var highest = float.NegativeInfinity;
        foreach (var score in scores)
        {
            highest = Math.Max(highest, score);
        }
        return highest;
    }

    private void Accumulate(ReadOnlySpan<uint> keys, ReadOnlySpan<float> values, float groupWeight, Span<float> sums)
    {
        var weights = _weights.AsSpan();
        if (_stride == 8)
        {
            var low = Vector128<float>.Zero;
            var high = Vector128<float>.Zero;
            for (var i = 0; i < keys.Length; i++)
            {
                var row = MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(weights.Slice((int)(keys[i] >> _shift) * 8, 8)));
                var words = Vector128.WidenLower(Vector128.CreateScalar(row).AsSByte());
                var value = Vector128.Create(values[i] * groupWeight);
                low += Vector128.ConvertToSingle(Vector128.WidenLower(words)) * value;
                high += Vector128.ConvertToSingle(Vector128.WidenUpper(words)) * value;
            }
            Add(low, sums);
            Add(high, sums[4..]);
            return;
        }
        for (var part = 0; part < _stride; part += 4)
        {
            var sum = Vector128<float>.Zero;
            for (var i = 0; i < keys.Length; i++)
            {
                var row = MemoryMarshal.Read<int>(MemoryMarshal.AsBytes(weights.Slice(((int)(keys[i] >> _shift) * _stride) + part, 4)));
                var words = Vector128.WidenLower(Vector128.CreateScalar(row).AsSByte());
                sum += Vector128.ConvertToSingle(Vector128.WidenLower(words)) * Vector128.Create(values[i] * groupWeight);
            }
            Add(sum, sums[part..]);
        }
    }

    private static void Add(Vector128<float> lanes, Span<float> sums)
    {
        for (var lane = 0; lane < 4; lane++)
        {
            sums[lane] += lanes[lane];
        }
    }
}
