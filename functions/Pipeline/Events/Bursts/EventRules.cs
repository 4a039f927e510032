using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentimentWatch.Pipeline.Events;

/// <summary>When a matter is raised, and how high; the section <c>events</c> of a district's <c>rules.json</c> overrides the defaults (our own numbers, no law sets them).</summary>
public sealed record EventRules
{
    /// <summary>So many voices within <see cref="BurstDays"/> raise a matter. 2 or more.</summary>
    public int BurstVoices { get; init; } = 3;

    /// <summary>Days of a burst, 1 or more.</summary>
    public int BurstDays { get; init; } = 7;

    /// <summary>So many voices within <see cref="SlowDays"/> raise a matter that smoulders. 2 or more.</summary>
    public int SlowVoices { get; init; } = 3;

    /// <summary>Days of a smouldering matter, 1 or more.</summary>
    public int SlowDays { get; init; } = 30;

    /// <summary>So many records, of two voices or more, raise a matter at any pace. 2 or more.</summary>
    public int RepeatRecords { get; init; } = 4;

    /// <summary>Heat (see <see cref="BurstJudge"/>) from which a matter is yellow.</summary>
    public double YellowHeat { get; init; } = 8;

    /// <summary>Heat from which it is orange.</summary>
    public double OrangeHeat { get; init; } = 20;

    /// <summary>Heat from which it is red.</summary>
    public double RedHeat { get; init; } = 50;

    /// <summary>What each emergency among the records adds to the heat.</summary>
    public double EmergencyHeat { get; init; } = 5;

    /// <summary>What each tenfold of reach (likes, comments, shares) adds to the heat.</summary>
    public double ReachHeat { get; init; } = 1;

    /// <summary>What each channel after the first adds to the heat, as a share of it.</summary>
    public double ChannelShare { get; init; } = 0.2;

    /// <summary>Reads the section <c>events</c>; what it leaves out keeps its default.</summary>
    /// <exception cref="JsonException">A field is unknown, has the wrong type, or a number is out of range.</exception>
    public static EventRules FromJson(JsonElement section)
    {
        var rules = section.ValueKind == JsonValueKind.Undefined ? new EventRules() : section.Deserialize(EventsJson.Default.EventRules) ?? new EventRules();
        var whole = rules is { BurstVoices: >= 2, BurstDays: >= 1, SlowVoices: >= 2, SlowDays: >= 1, RepeatRecords: >= 2 };
        var rising = rules.YellowHeat > 0 && rules.YellowHeat <= rules.OrangeHeat && rules.OrangeHeat <= rules.RedHeat;
        return whole && rising && rules is { EmergencyHeat: >= 0, ReachHeat: >= 0, ChannelShare: >= 0 }
            ? rules
            : throw new JsonException("rules.json, events: voices and records must be 2 or more, days 1 or more, and yellowHeat, orangeHeat, redHeat rise.");
    }
}

/// <summary>Reads the section of this room.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(EventRules))]
internal sealed partial class EventsJson : JsonSerializerContext;
