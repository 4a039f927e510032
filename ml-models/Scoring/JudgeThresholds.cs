namespace SentimentWatch.Models;

/// <summary>Where a probability becomes a decision. All are probabilities, 0 to 1.</summary>
/// <param name="Emergency">
/// From here a record is an emergency. Missing one costs 20 times a false one, which would put a calibrated threshold at 1/21;
/// the default is higher because it also keeps false alarms on ordinary mail under 0.5 %.
/// </param>
/// <param name="Urgent">From here (emergency and urgent together) a record is urgent.</param>
/// <param name="ReviewMargin">An emergency probability from <c>Emergency − ReviewMargin</c> to <c>Emergency + ReviewMargin</c> is looked at by a person.</param>
/// <param name="ReviewTopic">A best topic less likely than this is looked at by a person.</param>
public sealed record JudgeThresholds(
    float Emergency = 0.15f,
    float Urgent = 0.2f,
    float ReviewMargin = 0.05f,
    float ReviewTopic = 0.45f);
