using System.Text.Json.Serialization;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>The district's numbers; <c>rules.json</c>.</summary>
public sealed record Rules(JudgingRules Judging, RoutingRules Routing, AlertRules Alerts);

/// <summary>When routing trusts what.</summary>
/// <param name="ModelFunctionFrom">Probability from which the model's function counts, 0 to 1.</param>
/// <param name="ReviewRoutingBelow">Weight of evidence (a plain word weighs 2, a strong one 5) below which a person looks.</param>
/// <param name="SecondUnitFrom">A second function with this share of the best one's weight brings its unit in as support, 0 to 1.</param>
public sealed record RoutingRules(float ModelFunctionFrom, float ReviewRoutingBelow, float SecondUnitFrom);

/// <summary>When a record calls an alert, and how fast it must be acknowledged. Levels map to 红/橙/黄/蓝 of 突发事件应对法.</summary>
/// <param name="RedFrom">An emergency of this probability or more is red.</param>
/// <param name="EmergencyBelowRed">Level of a less likely emergency.</param>
/// <param name="UrgentRedListed">Level of an urgent record of a red-listed kind.</param>
/// <param name="RedListed">Danger kinds that call an alert already when urgent.</param>
/// <param name="AcknowledgeMinutes">Minutes to acknowledge, by level.</param>
/// <param name="AlertMaxAgeDays">A record received longer ago calls no alert.</param>
public sealed record AlertRules(
    float RedFrom,
    string EmergencyBelowRed,
    string UrgentRedListed,
    IReadOnlyList<string> RedListed,
    IReadOnlyDictionary<string, int> AcknowledgeMinutes,
    int AlertMaxAgeDays)
{
    /// <summary>Alert levels, the gravest first.</summary>
    [JsonIgnore]
    public static IReadOnlyList<string> Levels { get; } = ["red", "orange", "yellow", "blue"];

    /// <summary>Level of the alert that a record calls; null when it calls none.</summary>
    public string? LevelOf(UrgencyVerdict urgency)
    {
        ArgumentNullException.ThrowIfNull(urgency);
        return urgency.Level switch
        {
            "emergency" => urgency.Probability >= RedFrom ? "red" : EmergencyBelowRed,
            "urgent" when urgency.Kind is not null && RedListed.Contains(urgency.Kind) => UrgentRedListed,
            _ => null,
        };
    }

    /// <summary>Time to acknowledge an alert of a level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is none of <see cref="Levels"/>.</exception>
    public TimeSpan AcknowledgeWithin(string level) =>
        AcknowledgeMinutes.TryGetValue(level, out var minutes)
            ? TimeSpan.FromMinutes(minutes)
            : throw new ArgumentOutOfRangeException(nameof(level), level, "No such alert level.");
}
