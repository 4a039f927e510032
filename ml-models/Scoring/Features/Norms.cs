using System.Runtime.InteropServices;

namespace SentimentWatch.Models.Features;

/// <summary>
/// What one feature of a group counts, so that long and short texts weigh alike: every text is a vector of length 1.
/// </summary>
/// <param name="First">Value of each n-gram of the text.</param>
/// <param name="Second">Value of each feature of the second group: title, edges or cues.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Norms(float First, float Second)
{
    private const float EdgeWeight = 0.5f;
    private const float CueWeight = 1.5f;

    /// <summary>Topic and function: text and title.</summary>
    public static Norms Mail(int text, int title)
    {
        var value = Inverse(text + title);
        return new Norms(value, value);
    }

    /// <summary>Sentiment: text, and its first and last units at half its length.</summary>
    public static Norms Mood(int text, int edges)
    {
        var whole = 1 / MathF.Sqrt(1 + (EdgeWeight * EdgeWeight));
        return new Norms(whole * Inverse(text), whole * EdgeWeight * Inverse(edges));
    }

    /// <summary>Urgency: the window's n-grams and its cues.</summary>
    public static Norms Window(int text, int cues)
    {
        var value = 1 / MathF.Sqrt(Math.Max(1, text + (CueWeight * CueWeight * cues)));
        return new Norms(value, CueWeight * value);
    }

    private static float Inverse(int count) => count == 0 ? 0 : 1 / MathF.Sqrt(count);
}
