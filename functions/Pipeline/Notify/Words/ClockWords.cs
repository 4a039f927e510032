using System.Text.RegularExpressions;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Words;

/// <summary>How messages name a clock (<c>acknowledge</c>, <c>hotline.reply</c> …) and the rule behind it.</summary>
/// <param name="clocks">The district's clocks, of <c>clocks.json</c>.</param>
public sealed partial class ClockWords(IReadOnlyList<Clock> clocks)
{
    /// <summary>What must be done: 签收, 公开回应, 办结答复 ….</summary>
    public string ActOf(string clock) => clock == OpenClock.Acknowledge ? "签收" : Rule(clock)?.Name ?? "办理";

    /// <summary>Name of the deadline: 签收时限, 公开回应时限 ….</summary>
    public string NameOf(string clock) => $"{ActOf(clock)}时限";

    /// <summary>The document that sets the deadline, its number where it has one; null for a deadline that is the district's own.</summary>
    public string? SourceOf(string clock) => Rule(clock)?.Source is not { } source ? null
        : Number().Match(source) is { Success: true } number ? number.Value
        : source;

    private ClockRule? Rule(string clock) => clock.Split('.') is [var code, var step]
        ? clocks.FirstOrDefault(found => found.Code == code)?.Rules.FirstOrDefault(rule => rule.Step == step)
        : null;

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+〔\d{4}〕\d+号", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
