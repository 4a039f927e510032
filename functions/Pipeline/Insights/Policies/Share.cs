namespace SentimentWatch.Pipeline.Insights;

/// <summary>A share of a count with its 95 % confidence interval.</summary>
/// <param name="Part">How many.</param>
/// <param name="Whole">Of how many; the sample.</param>
/// <param name="Value">Part of whole, 0 to 1; 0 without a sample.</param>
/// <param name="Low">Lower end of the interval, 0 to 1.</param>
/// <param name="High">Upper end, 0 to 1; without a sample the interval is 0 to 1, since nothing is known.</param>
public sealed record Share(int Part, int Whole, double Value, double Low, double High)
{
    // Two-sided 95 % of the normal distribution.
    private const double Z = 1.959964;

    /// <summary>The share by Wilson's score interval (1927), which holds for small samples and for shares near 0 and 1.</summary>
    public static Share Of(int part, int whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        if (whole == 0)
        {
            return new Share(0, 0, 0, 0, 1);
        }

        double n = whole, p = part / n;
        var shrink = 1 + (Z * Z / n);
        var centre = (p + (Z * Z / (2 * n))) / shrink;
        var half = Z / shrink * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return new Share(part, whole, Round(p), Round(Math.Max(0, centre - half)), Round(Math.Min(1, centre + half)));
    }

    internal static double Round(double value) => Math.Round(value, 4);
}

/// <summary>The difference of two shares with its 95 % confidence interval.</summary>
/// <param name="Value">The second less the first, −1 to 1.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record ShareChange(double Value, double Low, double High)
{
    /// <summary>True when the interval does not hold 0: chance alone hardly explains the change.</summary>
    public bool IsClear => Low > 0 || High < 0;

    /// <summary>The change from one share to another by Newcombe's method (1998, no. 10), which joins the two Wilson intervals.</summary>
    public static ShareChange Of(Share before, Share after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var change = after.Value - before.Value;
        var down = Math.Sqrt(Square(after.Value - after.Low) + Square(before.High - before.Value));
        var up = Math.Sqrt(Square(after.High - after.Value) + Square(before.Value - before.Low));
        return new ShareChange(Share.Round(change), Share.Round(Math.Max(-1, change - down)), Share.Round(Math.Min(1, change + up)));
    }

    private static double Square(double value) => value * value;
}
