namespace SentimentWatch.Training.Heads;

/// <summary>One text as sorted feature numbers and their values.</summary>
/// <param name="Features">Feature numbers, each once, ascending.</param>
/// <param name="Values">Their values; the vector's length is 1.</param>
/// <param name="Label">Index of the label.</param>
/// <param name="Weight">How often the text counts.</param>
internal sealed record SparseRow(int[] Features, float[] Values, int Label, float Weight)
{
    /// <summary>A row of two groups of features.</summary>
    public static SparseRow Of(ReadOnlySpan<int> first, float firstValue, ReadOnlySpan<int> second, float secondValue, int label, float weight)
    {
        var features = new int[first.Length + second.Length];
        first.CopyTo(features);
        second.CopyTo(features.AsSpan(first.Length));
        var values = new float[features.Length];
        values.AsSpan(0, first.Length).Fill(firstValue);
        values.AsSpan(first.Length).Fill(secondValue);
        Array.Sort(features, values);
        return new SparseRow(features, values, label, weight);
    }
}
