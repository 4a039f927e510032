namespace SentimentWatch.Models;

/// <summary>Where a probability becomes a decision. All are probabilities, 0 to 1.</summary>
/// <param name="Emergency">
/// From here a record is an emergency. Missing one costs 20 times a false one, which would put a calibrated threshold at 1/21;
/// the default is higher, because nine of ten alarms must be true and ordinary mail may give at most one in 200.
/// </param>
/// <param name="Urgent">From here (emergency and urgent together) a record is urgent.</param>
/// <param name="ReviewMargin">An emergency probability from <c>Emergency − ReviewMargin</c> to <c>Emergency + ReviewMargin</c> is looked at by a person.</param>
/// <param name="ReviewTopic">A best topic less likely than this is looked at by a person.</param>
public sealed record JudgeThresholds(
    float Emergency = 0.2f,
    float Urgent = 0.25f,
    float ReviewMargin = 0.05f,
    float ReviewTopic = 0.35f);
