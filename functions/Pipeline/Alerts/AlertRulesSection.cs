using System.Text.Json;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>The section <c>alerts</c> of <c>rules.json</c> as it is written; null keeps the default.</summary>
internal sealed record AlertRulesSection(
    int? AlertMaxAgeDays,
    float? FirmProbability,
    IReadOnlyList<string>? LifeThreateningKinds,
    IReadOnlyList<string>? RedListedKinds,
    Dictionary<string, int>? AckMinutes,
    string? ReadingOffice,
    Dictionary<string, IReadOnlyList<string>>? LevelClocks,
    Dictionary<string, IReadOnlyList<string>>? ChannelClocks,
    Dictionary<string, string>? StopsAt,
    IReadOnlyList<string>? Offices,
    string? DispatchOffice,
    int? RepeatMinutes)
{
    private static readonly string[] Stops = [AlertStop.Acknowledged, AlertStop.Answered, AlertStop.Closed];

    /// <summary>The rules that it makes of the defaults.</summary>
    /// <param name="defaults">What it leaves out.</param>
    /// <param name="clocks">The district's clocks, by which names of clocks are known; null knows those of the defaults.</param>
    /// <exception cref="JsonException">A number is out of range, or a clock is not known.</exception>
    public AlertRules Over(AlertRules defaults, IReadOnlyList<Clock>? clocks)
    {
        var stops = Merged(defaults.StopsAt, StopsAt);
        var rules = defaults with
        {
            AlertMaxAgeDays = AlertMaxAgeDays ?? defaults.AlertMaxAgeDays,
            FirmProbability = FirmProbability ?? defaults.FirmProbability,
            LifeThreateningKinds = LifeThreateningKinds ?? defaults.LifeThreateningKinds,
            RedListedKinds = RedListedKinds ?? defaults.RedListedKinds,
            AckMinutes = Merged(defaults.AckMinutes, AckMinutes),
            ReadingOffice = ReadingOffice ?? defaults.ReadingOffice,
            StopsAt = stops,
            ChannelClocks = Merged(defaults.ChannelClocks, ChannelClocks),
            LevelClocks = Merged(
                defaults.LevelClocks,
                LevelClocks?.ToDictionary(level => level.Key, level => ClocksOf(level.Value, stops, defaults, clocks), StringComparer.Ordinal)),
            Offices = Offices ?? defaults.Offices,
            DispatchOffice = DispatchOffice ?? defaults.DispatchOffice,
            RepeatMinutes = RepeatMinutes ?? defaults.RepeatMinutes,
        };
        return rules switch
        {
            { AlertMaxAgeDays: < 1 } or { RepeatMinutes: < 1 } => throw Fault("alertMaxAgeDays and repeatMinutes must be 1 or more"),
            _ when rules.AckMinutes.Values.Any(limit => limit < 1) => throw Fault("every ackMinutes must be 1 or more"),
            _ when stops.FirstOrDefault(stop => !Stops.Contains(stop.Value)) is { Key: { } clock } => throw Fault(
                $"stopsAt of {clock} must be acknowledged, answered or closed"),
            _ => rules,
        };
    }

    private static IReadOnlyList<LevelClock> ClocksOf(
        IReadOnlyList<string> names, IReadOnlyDictionary<string, string> stops, AlertRules defaults, IReadOnlyList<Clock>? clocks) =>
        [.. names.Select(name => new LevelClock(name, MinutesOf(name, defaults, clocks), stops.GetValueOrDefault(name) ?? AlertStop.Closed))];

    private static int MinutesOf(string name, AlertRules defaults, IReadOnlyList<Clock>? clocks)
    {
        if (clocks is null)
        {
            return defaults.LevelClocks.Values.SelectMany(level => level).FirstOrDefault(clock => clock.Clock == name)?.Minutes
                ?? throw Fault($"levelClocks names {name}, which is not known");
        }

        var rule = clocks.SelectMany(clock => clock.Rules.Where(rule => $"{clock.Code}.{rule.Step}" == name)).FirstOrDefault()
            ?? throw Fault($"levelClocks names {name}, but clocks.json holds no such clock and step; correct one of the two");
        return rule.Unit switch
        {
            "hours" => rule.Amount * 60,
            "days" => rule.Amount * 1440,
            _ => throw Fault($"levelClocks names {name}, which counts working days; a level's clock counts hours or days"),
        };
    }

    private static Dictionary<string, T> Merged<T>(IReadOnlyDictionary<string, T> defaults, IEnumerable<KeyValuePair<string, T>>? given)
    {
        var merged = new Dictionary<string, T>(defaults, StringComparer.Ordinal);
        foreach (var (key, value) in given ?? [])
        {
            merged[key] = value;
        }

        return merged;
    }

    private static JsonException Fault(string fault) => new($"rules.json, alerts: {fault}.");
}
