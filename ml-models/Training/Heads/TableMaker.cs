using SentimentWatch.Models.Heads;

namespace SentimentWatch.Training.Heads;

/// <summary>
/// Writes trained heads into the table that ships. A column is measured in its own root mean square and a row in a power of
/// two that just holds its largest weight, so that strong and weak features alike keep their precision.
/// </summary>
internal static class TableMaker
{
    // No finer step than this part of a column's root mean square: finer ones cost file size and change no verdict.
    private const int LeastExponent = -5;

    /// <summary>A trained head, the column it starts at and its temperature.</summary>
    internal sealed record Part(FloatHead Head, int Column, float Temperature);

    /// <summary>Writes the heads into a new table; returns it with their specifications.</summary>
    public static (WeightTable Table, Dictionary<string, HeadSpec> Heads) Make(int features, IReadOnlyList<Part> parts)
    {
        var columns = new float[]?[WeightTable.Columns];
        var scales = new float[WeightTable.Columns];
        foreach (var part in parts)
        {
            for (var c = 0; c < part.Head.Biases.Length; c++)
            {
                columns[part.Column + c] = part.Head.Weights[c];
                scales[part.Column + c] = RootMeanSquare(part.Head.Weights[c]);
            }
        }
        var table = new WeightTable(features);
        for (var f = 0; f < features; f++)
        {
            var steps = table.Steps(f);
            table.Scales(f)[0] = Round(f, columns, scales, 0, WeightTable.MailColumns, steps);
            table.Scales(f)[1] = Round(f, columns, scales, WeightTable.MailColumns, WeightTable.Columns, steps);
        }
        var heads = parts.ToDictionary(
            p => p.Head.Recipe.Name,
            p => new HeadSpec(p.Head.Recipe.Name, p.Head.Recipe.Labels, p.Column, p.Temperature, scales[p.Column..(p.Column + p.Head.Biases.Length)], p.Head.Biases),
            StringComparer.Ordinal);
        return (table, heads);
    }

    /// <summary>The head that a model holds, with the weights that its table gives.</summary>
    public static Part FromModel(ModelContent model, string name)
    {
        var spec = model.Heads[name];
        var weights = spec.Labels.Select((_, c) => Enumerable.Range(0, model.Weights.Features)
            .Select(f => model.Weights.Weight(f, spec.Column + c) * spec.Scales[c]).ToArray()).ToArray();
        return new Part(new FloatHead(new HeadRecipe(spec.Name, spec.Labels), weights, spec.Biases), spec.Column, spec.Temperature);
    }

    private static float Round(int feature, float[]?[] columns, float[] scales, int from, int to, Span<sbyte> steps)
    {
        var largest = 0f;
        for (var c = from; c < to; c++)
        {
            largest = Math.Max(largest, scales[c] > 0 ? MathF.Abs(columns[c]![feature]) / scales[c] : 0);
        }
        var step = MathF.ScaleB(1, largest > 0 ? Math.Max(LeastExponent, (int)MathF.Ceiling(MathF.Log2(largest / sbyte.MaxValue))) : LeastExponent);
        for (var c = from; c < to; c++)
        {
            steps[c] = scales[c] > 0 ? (sbyte)Math.Clamp(MathF.Round(columns[c]![feature] / scales[c] / step), -127, 127) : (sbyte)0;
        }
        return step;
    }

    private static float RootMeanSquare(float[] weights)
    {
        var (sum, count) = (0.0, 0);
        foreach (var weight in weights)
        {
            sum += (double)weight * weight;
            count += weight != 0 ? 1 : 0;
        }
        return count == 0 ? 0 : (float)Math.Sqrt(sum / count);
    }
}
