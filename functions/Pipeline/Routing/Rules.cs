using System.Text.Json;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>The district's numbers; <c>rules.json</c>.</summary>
/// <param name="Judging">What the judge decides by.</param>
/// <param name="Routing">What the router decides by.</param>
/// <param name="Alerts">What the alert room decides by, as the file has it; that room reads it.</param>
/// <param name="Notify">What the notify room decides by, as the file has it; that room reads it. May be left out.</param>
/// <param name="Events">What the event room decides by, as the file has it; that room reads it. May be left out.</param>
public sealed record Rules(JudgingRules Judging, RoutingRules Routing, JsonElement Alerts, JsonElement Notify = default, JsonElement Events = default)
{
    /// <summary>How policies are looked at; may be left out.</summary>
    public PolicyRules Policies { get; init; } = new();
}

/// <summary>When routing trusts what.</summary>
/// <param name="ModelFunctionFrom">Probability from which the model's function counts, 0 to 1.</param>
/// <param name="ReviewRoutingBelow">Weight of evidence (a plain word weighs 2, a strong one 5) below which a person looks.</param>
/// <param name="SecondUnitFrom">A second function with this share of the best one's weight brings its unit in as support, 0 to 1.</param>
public sealed record RoutingRules(float ModelFunctionFrom, float ReviewRoutingBelow, float SecondUnitFrom);
