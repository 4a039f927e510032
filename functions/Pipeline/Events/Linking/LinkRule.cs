namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// Whether two records speak of one matter: a weighted sum of what their sketches share, less for the time between them. It depends on the
/// two records alone, so that the links among a set of records do not depend on the order in which they come. The weights were fitted
/// (logistic regression) on half of the benchmark's stream and half of its invented matters, and rounded.
/// </summary>
public static class LinkRule
{
    /// <summary>Records further apart in time are never linked directly.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(60);

    private const float Bias = -3.4f;
    private const float Names = 2.8f;
    private const float MostNames = 0.7f;
    private const float NameCount = 1.8f;
    private const int FullNames = 3;
    private const float Phrases = 4.5f;
    private const float Words = 3.8f;
    private const float WordCount = 1.2f;
    private const int FullWords = 4;
    private const float Kinds = 2.8f;
    private const float FullKinds = 0.4f;
    private const float OtherKinds = -2.5f;
    private const float AtWindow = -1.4f;
    private const float Nameless = -0.8f;

    /// <summary>True when the two speak of one matter.</summary>
    public static bool Links(SketchRow a, SketchRow b, TimeSpan apart) => apart.Duration() <= Window && Score(Likeness.Of(a, b), apart) > 0;

    /// <summary>The sum that decides; above 0 the two are linked. Time counts up to <see cref="Window"/>.</summary>
    public static float Score(Likeness like, TimeSpan apart)
    {
        if (like.IsApart)
        {
            return float.NegativeInfinity;
        }

        return Bias
            + (Names * MathF.Min(like.Names, MostNames))
            + (NameCount * Math.Min(like.SharedNames, FullNames) / FullNames)
            + (Phrases * like.Phrases)
            + (Words * like.Words)
            + (WordCount * Math.Min(like.SharedWords, FullWords) / FullWords)
            + (Kinds * MathF.Min(like.Kinds, FullKinds) / FullKinds)
            + (like.HasKinds && like.SharedKinds == 0 ? OtherKinds : 0)
            + (AtWindow * (float)Math.Min(1, apart.Duration() / Window))
            + (like.HasPrincipal ? 0 : Nameless);
    }
}
