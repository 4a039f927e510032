namespace SentimentWatch.Training.Heads;

/// <summary>Fits the temperature that makes probabilities honest.</summary>
internal static class Calibration
{
    /// <summary>The temperature with the least negative log-likelihood on rows not trained on.</summary>
    public static float Temperature(IReadOnlyList<(float[] Scores, int Label)> scores)
    {
        var (low, high) = (Math.Log(0.05), Math.Log(50));
        var golden = (Math.Sqrt(5) - 1) / 2;
        while (high - low > 0.005)
        {
            var left = high - (golden * (high - low));
            var right = low + (golden * (high - low));
            if (Loss(scores, Math.Exp(left)) < Loss(scores, Math.Exp(right)))
            {
                high = right;
            }
            else
            {
                low = left;
            }
        }
        return (float)Math.Exp((low + high) / 2);
    }

    /// <summary>
    /// How much the scores of labels that the rows do not hold must be lowered so that at most a share of the rows is taken for one of them.
    /// </summary>
    public static float Handicap(IEnumerable<float[]> scores, int firstAbsent, double share)
    {
        var leads = scores.Select(s => s[firstAbsent..].Max() - s[..firstAbsent].Max()).OrderDescending().ToArray();
        // A hair more, so that a tie falls the right way.
        return Math.Max(0, leads[(int)(leads.Length * share)] + 1e-5f);
    }

    private static double Loss(IReadOnlyList<(float[] Scores, int Label)> rows, double temperature)
    {
        var loss = 0.0;
        foreach (var (scores, label) in rows)
        {
            var highest = scores.Max();
            var sum = scores.Sum(s => Math.Exp((s - highest) * temperature));
            loss += Math.Log(sum) - ((scores[label] - highest) * temperature);
        }
        return loss;
    }
}
