using System.Globalization;

namespace SentimentWatch.Console.Digest;

/// <summary>Numbers as SVG and tables write them.</summary>
internal static class Drawing
{
    /// <summary>A length in an SVG drawing: one decimal, a point whatever the culture.</summary>
    public static string Length(double length) => length.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A part of <paramref name="full"/> units that stands for <paramref name="count"/> of <paramref name="most"/>; something is never drawn as nothing.</summary>
    public static double Part(int count, int most, double full) => count == 0 || most == 0 ? 0 : Math.Max(1.5, full * count / most);

    /// <summary>1,234.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
