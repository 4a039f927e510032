namespace SentimentWatch.Training.Heads;

/// <summary>A trained head before it goes into the model's table.</summary>
/// <param name="Recipe">How it was trained.</param>
/// <param name="Weights">Weights, label by label.</param>
/// <param name="Biases">Bias of every label.</param>
internal sealed record FloatHead(HeadRecipe Recipe, float[][] Weights, float[] Biases)
{
    /// <summary>Raw score of every label.</summary>
    public float[] Scores(SparseRow row)
    {
        var scores = (float[])Biases.Clone();
        for (var c = 0; c < scores.Length; c++)
        {
            var weights = Weights[c];
            for (var i = 0; i < row.Features.Length; i++)
            {
                scores[c] += weights[row.Features[i]] * row.Values[i];
            }
        }
        return scores;
    }
}
