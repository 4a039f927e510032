namespace SentimentWatch.Pipeline.Events;

/// <summary>How many records were to be expected, and how sure that is: a negative binomial.</summary>
/// <param name="Mean">Records expected, above 0.</param>
/// <param name="Spread">Its reciprocal size: 0 is a Poisson, more is wider.</param>
/// <param name="Weeks">How many past weeks it rests on.</param>
/// <param name="IsSeasonal">True when the same time of the last year had a say.</param>
internal sealed record Expectation(double Mean, double Spread, int Weeks, bool IsSeasonal)
{
    /// <summary>The largest surprise told apart.</summary>
    public const double Most = 20;

    private const double Least = 1e-4;
    private const double Negligible = 1e-12;

    /// <summary>How surprising it is to see so many or more: the negative decimal logarithm of its probability, 0 to <see cref="Most"/>.</summary>
    public double SurpriseAt(int seen)
    {
        if (seen <= 0)
        {
            return 0;
        }

        var mean = Math.Max(Least, Mean);
        var size = 1 / Math.Max(Least, Spread);
        var (stay, go) = (size / (size + mean), mean / (size + mean));
        var log = size * Math.Log(stay);
        for (var i = 0; i < seen; i++)
        {
            log += Math.Log(go * (i + size) / (i + 1));
        }

        // The tail relative to its first term, which alone may be too small to hold.
        var (sum, term) = (1.0, 1.0);
        for (var i = seen; term > sum * Negligible || i < mean; i++)
        {
            term *= go * (i + size) / (i + 1);
            sum += term;
        }

        return Math.Clamp(-(log + Math.Log(sum)) / Math.Log(10), 0, Most);
    }
}
