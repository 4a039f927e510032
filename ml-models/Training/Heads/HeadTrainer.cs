using Microsoft.ML;
using Microsoft.ML.Data;

namespace SentimentWatch.Training.Heads;

/// <summary>
/// Trains a head: naive-Bayes weighted one-versus-rest machines, averaged and folded into one table of weights a bucket and label.
/// Folding keeps scoring to one multiplication a feature however many machines took part.
/// </summary>
internal static class HeadTrainer
{
    /// <summary>Trains; <paramref name="done"/> is called after each label.</summary>
    public static FloatHead Train(HeadRecipe recipe, SparseRow[] rows, int seed, Action done, CancellationToken cancellationToken)
    {
        rows = Copies(rows, seed);
        var (ids, width) = DenseIds(recipe, rows);
        var labels = recipe.Labels.Length;
        var head = new FloatHead(recipe, new float[(long)labels << recipe.BucketBits], new float[labels]);
        Parallel.For(0, labels, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, label =>
        {
            TrainLabel(recipe, rows, label, ids, width, seed, head, cancellationToken);
            done();
        });
        return head;
    }

    // SDCA converges badly with unequal sample weights, so a weight becomes that many copies, its fraction a chance of one more.
    private static SparseRow[] Copies(SparseRow[] rows, int seed)
    {
        var random = new Random(seed);
        return [.. rows.SelectMany(row => Enumerable.Repeat(row, (int)row.Weight + (random.NextDouble() < row.Weight - MathF.Floor(row.Weight) ? 1 : 0)))];
    }

    /// <summary>The rows of one label for ML.NET, weighted by <paramref name="scale"/>.</summary>
    public static List<BinaryMachine.Example> Examples(SparseRow[] rows, int label, int[] ids, int width, float[] scale) =>
        [.. rows.Select(row => new BinaryMachine.Example
        {
            Label = row.Label == label,
            Features = Vector(row, ids, width, scale),
        })];

    /// <summary>Numbers the buckets that occur in enough texts from 0; the others get −1.</summary>
    public static (int[] Ids, int Width) DenseIds(HeadRecipe recipe, SparseRow[] rows)
    {
        var texts = new int[1 << recipe.BucketBits];
        foreach (var bucket in rows.SelectMany(r => r.Buckets))
        {
            texts[bucket]++;
        }
        var width = 0;
        for (var b = 0; b < texts.Length; b++)
        {
            texts[b] = texts[b] >= recipe.MinimumTexts ? width++ : -1;
        }
        return (texts, width);
    }

    /// <summary>|log-count-ratio| of every dense id for one label, to the power of the recipe, scaled to a mean square of 1.</summary>
    public static float[] NaiveBayesScale(HeadRecipe recipe, SparseRow[] rows, int label, int[] ids, int width)
    {
        var inside = new float[width];
        var outside = new float[width];
        foreach (var row in rows)
        {
            var counts = row.Label == label ? inside : outside;
            foreach (var bucket in row.Buckets)
            {
                if (ids[bucket] >= 0)
                {
                    counts[ids[bucket]]++;
                }
            }
        }
        var shift = MathF.Log((outside.Sum() + width) / (inside.Sum() + width));
        var scale = new float[width];
        for (var i = 0; i < width; i++)
        {
            scale[i] = MathF.Pow(MathF.Abs(MathF.Log((inside[i] + 1) / (outside[i] + 1)) + shift), recipe.NaiveBayesPower);
        }
        return scale;
    }

    private static VBuffer<float> Vector(SparseRow row, int[] ids, int width, float[] scale)
    {
        var indices = new int[row.Buckets.Length];
        var values = new float[row.Buckets.Length];
        var count = 0;
        for (var i = 0; i < row.Buckets.Length; i++)
        {
            var id = ids[row.Buckets[i]];
            if (id >= 0)
            {
                indices[count] = id;
                values[count++] = row.Values[i] * scale[id];
            }
        }
        return new VBuffer<float>(width, count, values, indices);
    }

    private static void TrainLabel(
        HeadRecipe recipe, SparseRow[] rows, int label, int[] ids, int width, int seed, FloatHead head, CancellationToken cancellationToken)
    {
        var scale = NaiveBayesScale(recipe, rows, label, ids, width);
        var context = new MLContext(seed);
        var view = BinaryMachine.View(context, Examples(rows, label, ids, width, scale), width);
        var shares = recipe.Machines.Sum(m => m.Share);
        foreach (var machine in recipe.Machines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var model = BinaryMachine.Train(context, view, machine).Linear;
            head.Biases[label] += model.Bias * machine.Share / shares;
            for (var b = 0; b < ids.Length; b++)
            {
                if (ids[b] >= 0)
                {
                    head.Weights[((long)b * recipe.Labels.Length) + label] += model.Weights[ids[b]] * scale[ids[b]] * machine.Share / shares;
                }
            }
        }
    }
}
