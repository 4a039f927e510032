using Microsoft.ML;
using Microsoft.ML.Data;

namespace SentimentWatch.Training.Heads;

/// <summary>
/// Trains a head: naive-Bayes weighted one-versus-rest machines, summed and folded into one weight a feature and label.
/// Folding keeps scoring to one addition a feature however many machines took part.
/// </summary>
internal static class HeadTrainer
{
    /// <summary>Trains on rows over <paramref name="features"/> features; <paramref name="done"/> is called after each label.</summary>
    public static FloatHead Train(HeadRecipe recipe, SparseRow[] rows, int features, int seed, Action done, CancellationToken cancellationToken)
    {
        rows = Copies(rows, seed);
        var (ids, width) = DenseIds(recipe, rows, features);
        var head = new FloatHead(recipe, [.. recipe.Labels.Select(_ => new float[features])], new float[recipe.Labels.Length]);
        Parallel.For(0, recipe.Labels.Length, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, label =>
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

    /// <summary>Numbers the features that occur in enough texts from 0; the others get −1.</summary>
    public static (int[] Ids, int Width) DenseIds(HeadRecipe recipe, SparseRow[] rows, int features)
    {
        var texts = new int[features];
        foreach (var feature in rows.SelectMany(r => r.Features))
        {
            texts[feature]++;
        }
        var width = 0;
        for (var f = 0; f < texts.Length; f++)
        {
            texts[f] = texts[f] >= recipe.MinimumTexts ? width++ : -1;
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
            foreach (var feature in row.Features)
            {
                if (ids[feature] >= 0)
                {
                    counts[ids[feature]]++;
                }
            }
        }
        var shift = MathF.Log((outside.Sum() + width) / (inside.Sum() + width));
        var scale = new float[width];
        var squares = 0.0;
        for (var i = 0; i < width; i++)
        {
            scale[i] = MathF.Pow(MathF.Abs(MathF.Log((inside[i] + 1) / (outside[i] + 1)) + shift), recipe.NaiveBayesPower);
            squares += scale[i] * scale[i];
        }
        var mean = squares > 0 ? (float)Math.Sqrt(squares / width) : 1f;
        for (var i = 0; i < width; i++)
        {
            scale[i] /= mean;
        }
        return scale;
    }

    private static VBuffer<float> Vector(SparseRow row, int[] ids, int width, float[] scale)
    {
        var indices = new int[row.Features.Length];
        var values = new float[row.Features.Length];
        var count = 0;
        for (var i = 0; i < row.Features.Length; i++)
        {
            var id = ids[row.Features[i]];
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
        foreach (var machine in recipe.Machines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var model = BinaryMachine.Train(context, view, machine).Linear;
            head.Biases[label] += model.Bias * machine.Share;
            for (var f = 0; f < ids.Length; f++)
            {
                if (ids[f] >= 0)
                {
                    head.Weights[label][f] += model.Weights[ids[f]] * scale[ids[f]] * machine.Share;
                }
            }
        }
    }
}
