namespace SentimentWatch.Models.Heads;

/// <summary>A linear head: which columns of the weight table are its own, and what their numbers are worth.</summary>
/// <param name="Name">topic, sentiment, function or urgency.</param>
/// <param name="Labels">Labels, in the order of the columns.</param>
/// <param name="Column">Its first column.</param>
/// <param name="Temperature">Scores are multiplied by this before the softmax; above 0.</param>
/// <param name="Scales">What one step of a stored weight is worth, for each label.</param>
/// <param name="Biases">Constant part of each label's score.</param>
internal sealed record HeadSpec(string Name, string[] Labels, int Column, float Temperature, float[] Scales, float[] Biases)
{
    /// <summary>Writes the score of every label, before the temperature.</summary>
    /// <param name="first">Column sums of the first feature group.</param>
    /// <param name="firstValue">What each of its features counts.</param>
    /// <param name="second">Column sums of the second group.</param>
    /// <param name="secondValue">What each of its features counts.</param>
    /// <param name="scores">Takes one score a label.</param>
    public void Scores(ReadOnlySpan<float> first, float firstValue, ReadOnlySpan<float> second, float secondValue, Span<float> scores)
    {
        for (var c = 0; c < Labels.Length; c++)
        {
            scores[c] = (((first[Column + c] * firstValue) + (second[Column + c] * secondValue)) * Scales[c]) + Biases[c];
        }
    }
}
