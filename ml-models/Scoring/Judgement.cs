namespace SentimentWatch.Models;

/// <summary>One text to judge. It should be masked before it comes here; the model keeps nothing of it.</summary>
/// <param name="Title">The title, or null where the channel has none.</param>
/// <param name="Body">The text; may be long, and may be empty when the title says it all.</param>
/// <param name="Channel">Channel code: hotline, minsheng, weibo, wechat, supervision, petition.</param>
public readonly record struct JudgeInput(string? Title, string Body, string Channel);

/// <summary>A label and its calibrated probability, 0 to 1.</summary>
public readonly record struct LabelScore(string Label, float Probability);

/// <summary>Sentiment of a record; the three probabilities add up to 1.</summary>
public sealed record SentimentScores(float Negative, float Neutral, float Positive)
{
    /// <summary>The likeliest of <c>negative</c>, <c>neutral</c>, <c>positive</c>.</summary>
    public string Label =>
        Negative >= Neutral && Negative >= Positive ? "negative" : Neutral >= Positive ? "neutral" : "positive";
}

/// <summary>What the model says about one record.</summary>
/// <param name="Sentiment">Sentiment probabilities.</param>
/// <param name="Topics">The three likeliest platform categories, best first.</param>
/// <param name="Functions">The three likeliest owner-facing function codes, best first.</param>
/// <param name="Urgency">Whether somebody must act now.</param>
/// <param name="NeedsReview">True when a person should look: the topic is unclear, or urgency is near its threshold.</param>
/// <param name="Why">The words that carried the topic, as they stand in the text.</param>
public sealed record Judgement(
    SentimentScores Sentiment,
    IReadOnlyList<LabelScore> Topics,
    IReadOnlyList<LabelScore> Functions,
    UrgencyJudgement Urgency,
    bool NeedsReview,
    IReadOnlyList<string> Why);

/// <summary>How fast somebody must act.</summary>
/// <param name="Level"><c>routine</c>, <c>urgent</c> (same day) or <c>emergency</c> (happening now, threatens life, safety or public order).</param>
/// <param name="Probability">Probability of an emergency, 0 to 1.</param>
/// <param name="Kind">Danger kind code of an urgent record or an emergency, see <see cref="DangerKinds"/>; null when routine.</param>
/// <param name="Why">The words that decided, as they stand in the text.</param>
public sealed record UrgencyJudgement(string Level, float Probability, string? Kind, IReadOnlyList<string> Why);

/// <summary>The danger kind codes.</summary>
public static class DangerKinds
{
    /// <summary>Every kind, in the order in which a tie between kinds is decided.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "gas-leak", "explosion", "self-harm", "violence", "trapped", "fire", "collapse", "electric", "chemical",
        "flood", "traffic-accident", "missing-person", "food-poisoning", "disease", "mass-incident", "utility-outage", "other",
    ];
}
