using System.Collections.Frozen;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts.Clocks;

/// <summary>What the running clocks of alerts are called, and the law behind each; from <c>clocks.json</c>.</summary>
public sealed class ClockNames(IReadOnlyList<Clock> clocks)
{
    private readonly FrozenDictionary<string, (string Name, string Source)> _names = clocks
        .SelectMany(clock => clock.Rules, (clock, rule) => (Key: $"{clock.Code}.{rule.Step}", Name: $"{clock.Name}·{rule.Name}", rule.Source))
        .ToFrozenDictionary(rule => rule.Key, rule => (rule.Name, rule.Source), StringComparer.Ordinal);

    /// <summary>签收, or clock and step in Chinese; the code itself when <c>clocks.json</c> no longer has it.</summary>
    public string NameOf(string clock) =>
        clock == OpenClock.Acknowledge ? AlertStep.Acknowledged : _names.TryGetValue(clock, out var rule) ? rule.Name : clock;

    /// <summary>The law or document; empty for our own acknowledge limit and for what <c>clocks.json</c> no longer has.</summary>
    public string SourceOf(string clock) => _names.TryGetValue(clock, out var rule) ? rule.Source : "";
}
