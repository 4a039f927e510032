using System.Collections.Frozen;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts.Clocks;

/// <summary>What the running clocks of alerts are called, and the law behind each; from <c>clocks.json</c>.</summary>
public sealed class ClockNames(IReadOnlyList<Clock> clocks)
{
    private readonly FrozenDictionary<string, (Clock Clock, ClockRule Rule)> _rules = clocks
        .SelectMany(clock => clock.Rules, (clock, rule) => (Clock: clock, Rule: rule))
        .ToFrozenDictionary(pair => $"{pair.Clock.Code}.{pair.Rule.Step}", StringComparer.Ordinal);

    /// <summary>Clock and step in Chinese (济南12345热线·办结答复); a short name for those that no file names; the code itself when <c>clocks.json</c> no longer has it.</summary>
    public string NameOf(string clock) => _rules.TryGetValue(clock, out var found)
        ? $"{found.Clock.Name}·{found.Rule.Name}"
        : clock switch
        {
            OpenClock.Acknowledge => AlertStep.Acknowledged,
            RecordDeadlines.SourceClock => "交办办结",
            _ => clock,
        };

    /// <summary>What must be done: 签收, 公开回应, 办结答复; 办理 when <c>clocks.json</c> does not have it.</summary>
    public string ActOf(string clock) =>
        clock == OpenClock.Acknowledge ? AlertStep.Acknowledged : _rules.TryGetValue(clock, out var found) ? found.Rule.Name : AlertStep.Handling;

    /// <summary>The law or document; empty for our own acknowledge limit and for what <c>clocks.json</c> no longer has.</summary>
    public string SourceOf(string clock) =>
        _rules.TryGetValue(clock, out var found) ? found.Rule.Source : clock == RecordDeadlines.SourceClock ? "交办单写明的办结期限" : "";
}
