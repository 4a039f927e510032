using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentimentWatch.Pipeline.Events;

/// <summary>When a matter is raised, and how high; the section <c>events</c> of a district's <c>rules.json</c> overrides the defaults (our own numbers, no law sets them).</summary>
/// <remarks>Set, not init: the source-generated reader gives init properties that the file leaves out no default.</remarks>
public sealed record EventRules
{
    /// <summary>So many voices within <see cref="BurstDays"/> raise a matter. 2 or more.</summary>
    public int BurstVoices { get; set; } = 3;

    /// <summary>Days of a burst, 1 or more.</summary>
    public int BurstDays { get; set; } = 7;

    /// <summary>So many voices within <see cref="SlowDays"/> raise a matter that smoulders. 2 or more.</summary>
    public int SlowVoices { get; set; } = 3;

    /// <summary>Days of a smouldering matter, 1 or more.</summary>
    public int SlowDays { get; set; } = 30;

    /// <summary>So many records, of two voices or more, raise a matter at any pace. 2 or more.</summary>
    public int RepeatRecords { get; set; } = 4;

    /// <summary>Heat (see <see cref="BurstJudge"/>) from which a matter is yellow.</summary>
    public double YellowHeat { get; set; } = 8;

    /// <summary>Heat from which it is orange.</summary>
    public double OrangeHeat { get; set; } = 20;

    /// <summary>Heat from which it is red.</summary>
    public double RedHeat { get; set; } = 50;

    /// <summary>What each emergency among the records adds to the heat.</summary>
    public double EmergencyHeat { get; set; } = 5;

    /// <summary>What each tenfold of reach (likes, comments, shares) adds to the heat.</summary>
    public double ReachHeat { get; set; } = 1;

    /// <summary>What each channel after the first adds to the heat, as a share of it.</summary>
    public double ChannelShare { get; set; } = 0.2;

    /// <summary>A matter that was marked as false is shown again when it has so many times the voices it had then, 1.5 or more.</summary>
    public double FalseRegrow { get; set; } = 3;

    /// <summary>So many past weeks are the baseline of a topic in an area, 4 to 26.</summary>
    public int BaselineWeeks { get; set; } = 13;

    /// <summary>With fewer past weeks known there is no baseline, 2 or more.</summary>
    public int BaselineLeastWeeks { get; set; } = 4;

    /// <summary>What the district's rate weighs beside an area's own weeks, in weeks.</summary>
    public double BaselinePull { get; set; } = 2;

    /// <summary>What heat is multiplied with when a topic is as busy as ever, 0.5 to 1.</summary>
    public double CalmHeat { get; set; } = 0.8;

    /// <summary>What heat is multiplied with at most, 1 to 3.</summary>
    public double PeakHeat { get; set; } = 1.5;

    /// <summary>Surprise (negative decimal logarithm of the probability to see so many) at which it is multiplied with most, above 0.</summary>
    public double FullSurprise { get; set; } = 4;

    /// <summary>Level from which an event opens an alert to its lead unit: red, orange, yellow or blue.</summary>
    public string AlertFrom { get; set; } = "yellow";

    /// <summary>An event whose last record is older opens no alert. Days, 1 or more.</summary>
    public int AlertMaxAgeDays { get; set; } = 7;

    /// <summary>So many voices of a topic in an area, each of a matter of its own, on a day or in a week may be a burst of the topic. 3 or more.</summary>
    public int TopicBurstVoices { get; set; } = 8;

    /// <summary>It is one when it is so many times what was to be expected, above 1,</summary>
    public double TopicBurstTimes { get; set; } = 3;

    /// <summary>and as surprising as this (negative decimal logarithm of the probability), above 0.</summary>
    public double TopicBurstSurprise { get; set; } = 4;

    /// <summary>The level of a heat.</summary>
    public string LevelOf(double heat) => heat >= RedHeat ? "red" : heat >= OrangeHeat ? "orange" : heat >= YellowHeat ? "yellow" : "blue";

    /// <summary>Reads the section <c>events</c>; what it leaves out keeps its default.</summary>
    /// <exception cref="JsonException">A field is unknown, has the wrong type, or a number is out of range.</exception>
    public static EventRules FromJson(JsonElement section)
    {
        var rules = section.ValueKind == JsonValueKind.Undefined ? new EventRules() : section.Deserialize(EventsJson.Default.EventRules) ?? new EventRules();
        var whole = rules is { BurstVoices: >= 2, BurstDays: >= 1, SlowVoices: >= 2, SlowDays: >= 1, RepeatRecords: >= 2 };
        var rising = rules.YellowHeat > 0 && rules.YellowHeat <= rules.OrangeHeat && rules.OrangeHeat <= rules.RedHeat;
        if (rules is not { AlertFrom: "red" or "orange" or "yellow" or "blue", AlertMaxAgeDays: >= 1 })
        {
            throw new JsonException("rules.json, events: alertFrom must be red, orange, yellow or blue, and alertMaxAgeDays 1 or more.");
        }

        var compared = rules is { BaselineWeeks: >= 4 and <= 26, BaselineLeastWeeks: >= 2, BaselinePull: >= 0, CalmHeat: >= 0.5 and <= 1, PeakHeat: >= 1 and <= 3, FullSurprise: > 0 }
            && rules.BaselineLeastWeeks <= rules.BaselineWeeks;
        return rules is not { TopicBurstVoices: >= 3, TopicBurstTimes: > 1, TopicBurstSurprise: > 0 }
            ? throw new JsonException("rules.json, events: topicBurstVoices must be 3 or more, topicBurstTimes above 1, topicBurstSurprise above 0.")
            : rules.FalseRegrow < 1.5 ? throw new JsonException("rules.json, events: falseRegrow must be 1.5 or more.")
            : !compared
            ? throw new JsonException("rules.json, events: baselineWeeks must be 4 to 26 and not below baselineLeastWeeks (2 or more), calmHeat 0.5 to 1, peakHeat 1 to 3, fullSurprise above 0.")
            : whole && rising && rules is { EmergencyHeat: >= 0, ReachHeat: >= 0, ChannelShare: >= 0 }
            ? rules
            : throw new JsonException("rules.json, events: voices and records must be 2 or more, days 1 or more, and yellowHeat, orangeHeat, redHeat rise.");
    }
}

/// <summary>Reads the section of this room.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(EventRules))]
internal sealed partial class EventsJson : JsonSerializerContext;
