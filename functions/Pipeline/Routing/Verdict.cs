namespace SentimentWatch.Pipeline.Routing;

/// <summary>What the product says about a record: the wire form of <c>score</c>.</summary>
/// <param name="Channel">Channel code.</param>
/// <param name="SourceId">The record's id.</param>
/// <param name="Sentiment">Mood, three probabilities that add up to 1.</param>
/// <param name="Topic">Platform category.</param>
/// <param name="Urgency">routine, urgent or emergency.</param>
/// <param name="Routing">Who owns the matter.</param>
/// <param name="NeedsReview">True when the answer is likely wrong and a person should look.</param>
/// <param name="Why">The words that decided.</param>
/// <param name="Model">Version of the model that judged.</param>
public sealed record Verdict(
    string Channel,
    string SourceId,
    SentimentVerdict Sentiment,
    TopicVerdict Topic,
    UrgencyVerdict Urgency,
    RoutingDecision Routing,
    bool NeedsReview,
    IReadOnlyList<string> Why,
    string Model);

/// <summary>Probabilities of mood; <paramref name="Label"/> is the largest.</summary>
public sealed record SentimentVerdict(string Label, float Negative, float Neutral, float Positive);

/// <summary>Best category, its probability, and the best three as [label, probability] pairs on the wire.</summary>
public sealed record TopicVerdict(string Label, float Confidence, IReadOnlyList<TopicScore> Top);

/// <summary>One category and its probability; written as a two-element array.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(TopicScoreConverter))]
public readonly record struct TopicScore(string Label, float Probability);

/// <summary>Urgency level (<c>routine|urgent|emergency</c>), the probability of an emergency, its danger kind, and the words that decided.</summary>
public sealed record UrgencyVerdict(string Level, float Probability, string? Kind, IReadOnlyList<string> Why);

/// <summary>Owner of a matter.</summary>
/// <param name="Lead">Unit code that leads (主办).</param>
/// <param name="Support">Unit codes that support (协办).</param>
/// <param name="Function">Function code of design section 4.</param>
/// <param name="Why">One Chinese sentence that names what decided.</param>
/// <param name="Recused">Units the record must not reach, because it speaks against them.</param>
/// <param name="Place">Where, as far as the gazetteer knows it; null when it knows nothing.</param>
public sealed record RoutingDecision(
    string Lead,
    IReadOnlyList<string> Support,
    string Function,
    string Why,
    IReadOnlyList<string> Recused,
    PlaceMatch? Place = null);

/// <summary>A known place in a text.</summary>
/// <param name="Street">Unit code of its street office; null when the place spans several (a long road).</param>
/// <param name="Name">Finest known name, as the gazetteer spells it.</param>
/// <param name="Level">street, village, community, estate, road or landmark.</param>
public sealed record PlaceMatch(string? Street, string Name, string Level);
