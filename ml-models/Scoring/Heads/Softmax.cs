namespace SentimentWatch.Models.Heads;

/// <summary>Scores to probabilities.</summary>
internal static class Softmax
{
    /// <summary>Turns scores into probabilities in place.</summary>
    public static void Apply(Span<float> scores, float temperature)
    {
        var highest = float.NegativeInfinity;
        foreach (var score in scores)
        {
            highest = Math.Max(highest, score);
        }
        var sum = 0f;
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] = MathF.Exp((scores[c] - highest) * temperature);
            sum += scores[c];
        }
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] /= sum;
        }
    }
}
