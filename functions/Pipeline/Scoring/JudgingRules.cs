using System.Text.Json.Serialization;
using SentimentWatch.Models;

namespace SentimentWatch.Pipeline.Scoring;

/// <summary>Section <c>judging</c> of <c>rules.json</c>: where a probability becomes a decision. All thresholds are probabilities, 0 to 1.</summary>
/// <param name="EmergencyFrom">From here a record is an emergency.</param>
/// <param name="UrgentFrom">From here (emergency and urgent together) it is urgent.</param>
/// <param name="ReviewMargin">This near to the emergency threshold a person looks.</param>
/// <param name="ReviewTopicBelow">Below this a person looks at the topic.</param>
/// <param name="UrgentLaneFrom">From here a record takes the urgent lane at intake; at or below <paramref name="EmergencyFrom"/>, for a needless small batch is cheap and a late emergency is not.</param>
public sealed record JudgingRules(
    float EmergencyFrom,
    float UrgentFrom,
    float ReviewMargin,
    float ReviewTopicBelow,
    float UrgentLaneFrom)
{
    /// <summary>The thresholds as the model takes them.</summary>
    public JudgeThresholds ToThresholds() => new(EmergencyFrom, UrgentFrom, ReviewMargin, ReviewTopicBelow);

    /// <summary>Reads the section from a district's folder.</summary>
    /// <exception cref="DistrictException">The file is missing or faulty.</exception>
    public static JudgingRules Load(string folder)
    {
        var rules = DistrictFiles.Read(folder, "rules.json", ScoringJson.Default.JudgingFile).Judging;
        rules.Check();
        return rules;
    }

    /// <summary>Throws when a number is out of its range.</summary>
    internal void Check()
    {
        foreach (var (name, value) in new[]
        {
            ("emergencyFrom", EmergencyFrom), ("urgentFrom", UrgentFrom), ("reviewMargin", ReviewMargin), ("reviewTopicBelow", ReviewTopicBelow), ("urgentLaneFrom", UrgentLaneFrom),
        })
        {
            if (value is not (>= 0 and <= 1))
            {
                throw new DistrictException("rules.json", $"judging.{name}", "is no probability; give a number from 0 to 1");
            }
        }

        if (UrgentLaneFrom > EmergencyFrom)
        {
            throw new DistrictException("rules.json", "judging.urgentLaneFrom", "is above emergencyFrom, so that an emergency could wait behind a backlog");
        }
    }
}

/// <summary>The part of <c>rules.json</c> that judging reads.</summary>
public sealed record JudgingFile(JudgingRules Judging);

/// <summary>Reads the district files of this room.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(JudgingFile))]
internal sealed partial class ScoringJson : JsonSerializerContext;
