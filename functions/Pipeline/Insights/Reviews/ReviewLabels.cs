namespace SentimentWatch.Pipeline.Insights;

/// <summary>The labels that a person can decide; null says nothing about one.</summary>
/// <param name="Topic">Topic label of the district's <c>topics.json</c>.</param>
/// <param name="Sentiment">negative, neutral or positive.</param>
/// <param name="Urgency">routine, urgent or emergency.</param>
/// <param name="Function">Function code of the district's <c>topics.json</c>.</param>
public sealed record ReviewLabels(string? Topic, string? Sentiment, string? Urgency, string? Function)
{
    /// <summary>Names of the labels, which are also the names of their columns.</summary>
    public static IReadOnlyList<string> Names { get; } = ["topic", "sentiment", "urgency", "function"];

    /// <summary>Moods.</summary>
    public static IReadOnlyList<string> Sentiments { get; } = ["negative", "neutral", "positive"];

    /// <summary>Urgency levels, gravest first.</summary>
    public static IReadOnlyList<string> Urgencies { get; } = ["emergency", "urgent", "routine"];

    /// <summary>The labels that are given, by name.</summary>
    public IEnumerable<(string Name, string Value)> Given()
    {
        string?[] values = [Topic, Sentiment, Urgency, Function];
        return Names.Zip(values).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!));
    }
}

/// <summary>What a person decided.</summary>
/// <param name="Labels">The labels; at least one is given.</param>
/// <param name="Note">Why, masked; null when nothing was said.</param>
/// <param name="By">Who and by what way.</param>
/// <param name="At">When (UTC).</param>
public sealed record ReviewDecision(ReviewLabels Labels, string? Note, string By, DateTimeOffset At);

/// <summary>That a person decided labels of a record.</summary>
/// <param name="Labels">Names of the labels.</param>
/// <param name="By">Who decided last, and by what way.</param>
/// <param name="At">When.</param>
public sealed record DecisionMark(IReadOnlyList<string> Labels, string By, DateTimeOffset At);
