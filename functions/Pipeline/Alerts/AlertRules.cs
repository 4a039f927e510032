using System.Security.Cryptography;
using System.Text.Json;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Which verdict calls an alert and of what level; the section <c>alerts</c> of a district's <c>rules.json</c> overrides the defaults.</summary>
public sealed record AlertRules
{
    /// <summary>A record received longer ago than this, counted from its intake, calls no alert. Days, 1 or more.</summary>
    public int AlertMaxAgeDays { get; init; } = 30;

    /// <summary>Probability from which an emergency is firm; below it the card says 请先核实.</summary>
    public float FirmProbability { get; init; } = 0.5f;

    /// <summary>Danger kinds that threaten life: a firm emergency of these is red, of others orange.</summary>
    public IReadOnlyList<string> LifeThreateningKinds { get; init; } =
        ["gas-leak", "explosion", "self-harm", "violence", "trapped", "fire", "collapse", "electric", "chemical", "flood", "food-poisoning", "missing-person"];

    /// <summary>Danger kinds for which an urgent record alone calls a yellow alert.</summary>
    public IReadOnlyList<string> RedListedKinds { get; init; } =
        ["gas-leak", "explosion", "self-harm", "violence", "trapped", "collapse", "electric", "chemical", "food-poisoning", "mass-incident", "missing-person"];

    /// <summary>Minutes to acknowledge, by level (our own limits, no law sets them).</summary>
    public IReadOnlyDictionary<string, int> AckMinutes { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [AlertLevel.Red] = 15,
        [AlertLevel.Orange] = 30,
        [AlertLevel.Yellow] = 120,
        [AlertLevel.Blue] = 1440,
    };

    /// <summary>Unit code of the office that reads every red and orange alert as a flash notice (区委网信办).</summary>
    public string ReadingOffice { get; init; } = "wxb";

    /// <summary>Clocks that start with a level, counted in plain time.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<LevelClock>> LevelClocks { get; init; } = new Dictionary<string, IReadOnlyList<LevelClock>>(StringComparer.Ordinal)
    {
        [AlertLevel.Red] = [AuthoritativeInformation],
        [AlertLevel.Orange] = [AuthoritativeInformation],
        [AlertLevel.Yellow] = [OpinionResponse],
        [AlertLevel.Blue] = [OpinionResponse],
    };

    /// <summary>Legal clocks of a channel, as clock.step of <c>clocks.json</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ChannelClocks { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [Channels.Hotline] = ["hotline.reply"],
        [Channels.Petition] = ["petition-accept.accept", "petition.conclude"],
    };

    /// <summary>What ends a clock, one of <see cref="AlertStop"/>; a clock that is not named here ends when the alert is closed.</summary>
    public IReadOnlyDictionary<string, string> StopsAt { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["opinion-major.authoritative-information"] = AlertStop.Answered,
        ["opinion.response"] = AlertStop.Answered,
        ["hotline.reply"] = AlertStop.Closed,
        ["petition-accept.accept"] = AlertStop.Acknowledged,
        ["petition.conclude"] = AlertStop.Closed,
    };

    /// <summary>Unit codes that an overdue alert reaches in the end.</summary>
    public IReadOnlyList<string> Offices { get; init; } = ["qzfb", "wxb"];

    /// <summary>Unit code of the office that hands returned alerts to another unit.</summary>
    public string DispatchOffice { get; init; } = "qzfb";

    /// <summary>Minutes between reminders after the offices were told, 1 or more.</summary>
    public int RepeatMinutes { get; init; } = 240;

    /// <summary>What an alert that opens now keeps of these rules.</summary>
    public AlertPolicy Policy
    {
        get
        {
            var levels = AckMinutes.Keys.Union(LevelClocks.Keys).Order(StringComparer.Ordinal).ToDictionary(
                level => level, level => new LevelPolicy(MinutesFor(level), LevelClocks.GetValueOrDefault(level) ?? []), StringComparer.Ordinal);
            var policy = new AlertPolicy("", levels, Offices, RepeatMinutes, DispatchOffice);
            var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(policy, AlertsJson.Plain.AlertPolicy));
            return policy with { Version = Convert.ToHexStringLower(hash)[..12] };
        }
    }

    /// <summary>What ends a clock.</summary>
    public string StopOf(string clock) => StopsAt.GetValueOrDefault(clock) ?? AlertStop.Closed;

    private static LevelClock AuthoritativeInformation => new("opinion-major.authoritative-information", 300, AlertStop.Answered);

    private static LevelClock OpinionResponse => new("opinion.response", 2880, AlertStop.Answered);

    /// <summary>Reads the section <c>alerts</c>; what it leaves out keeps its default.</summary>
    /// <param name="section">The section; undefined when the file has none.</param>
    /// <param name="clocks">The district's clocks, which give the clocks of a level their length.</param>
    /// <exception cref="JsonException">A field has the wrong type, a number is out of range, or a clock is not known.</exception>
    public static AlertRules FromJson(JsonElement section, IReadOnlyList<Clock>? clocks = null)
    {
        var defaults = new AlertRules();
        return section.ValueKind == JsonValueKind.Undefined || section.Deserialize(AlertsJson.Default.AlertRulesSection) is not { } given
            ? defaults
            : given.Over(defaults, clocks);
    }

    /// <summary>The grade a verdict calls for; null when it calls no alert.</summary>
    public AlertGrade? GradeOf(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var kind = verdict.Urgency.Kind ?? "other";
        return verdict.Urgency.Level switch
        {
            "emergency" when verdict.Urgency.Probability < FirmProbability => new AlertGrade(AlertLevel.Orange, Doubtful: true),
            "emergency" when LifeThreateningKinds.Contains(kind) => new AlertGrade(AlertLevel.Red, Doubtful: false),
            "emergency" => new AlertGrade(AlertLevel.Orange, Doubtful: false),
            "urgent" when RedListedKinds.Contains(kind) => new AlertGrade(AlertLevel.Yellow, Doubtful: false),
            _ => null,
        };
    }

    /// <summary>Time to acknowledge an alert of this level.</summary>
    public int MinutesFor(string level) => AckMinutes.TryGetValue(level, out var minutes) ? minutes : 1440;
}
