namespace SentimentWatch.Training.Heads;

/// <summary>Fits the temperature that makes probabilities honest.</summary>
internal static class Calibration
{
    /// <summary>The temperature with the least negative log-likelihood on rows not trained on.</summary>
    public static float Temperature(FloatHead head, SparseRow[] rows)
    {
        var scores = rows.Select(r => (Scores: head.Scores(r), r.Label, r.Weight)).ToArray();
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

    /// <summary>Lowers the bias of a label that the rows do not hold until at most a share of them is taken for it.</summary>
    public static void LowerPrior(FloatHead head, SparseRow[] rows, int label, double share)
    {
        var leads = rows.Select(r =>
        {
            var scores = head.Scores(r);
            var own = scores[label];
            scores[label] = float.NegativeInfinity;
            return own - scores.Max();
        }).OrderDescending().ToArray();
        var lead = leads[(int)(leads.Length * share)];
        head.Biases[label] -= Math.Max(0, lead);
    }

    private static double Loss((float[] Scores, int Label, float Weight)[] rows, double temperature)
    {
        var loss = 0.0;
        foreach (var (scores, label, weight) in rows)
        {
            var highest = scores.Max();
            var sum = scores.Sum(s => Math.Exp((s - highest) * temperature));
            loss += weight * (Math.Log(sum) - ((scores[label] - highest) * temperature));
        }
        return loss;
    }
}
