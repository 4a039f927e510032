namespace SentimentWatch.Models.Heads;

/// <summary>
/// The sentiment head learns three sentiments and five finer moods; a sentiment's score is its own and that of its strongest mood.
/// </summary>
internal static class Mood
{
    /// <summary>The three sentiments.</summary>
    public const int Sentiments = 3;

    /// <summary>Labels of the columns: sentiments first, then moods.</summary>
    public static readonly string[] Labels = ["negative", "neutral", "positive", "angry", "fear", "sad", "neutral mood", "happy"];

    /// <summary>The scores of the sentiments from those of all eight columns.</summary>
    public static void Combine(ReadOnlySpan<float> columns, Span<float> sentiments)
    {
        sentiments[0] = columns[0] + Math.Max(columns[3], Math.Max(columns[4], columns[5]));
        sentiments[1] = columns[1] + columns[6];
        sentiments[2] = columns[2] + columns[7];
    }
}
