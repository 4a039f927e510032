using System.Text.RegularExpressions;
using SentimentWatch.Pipeline.Alerts.Clocks;

namespace SentimentWatch.Pipeline.Notify.Words;

/// <summary>How messages name a clock (<c>acknowledge</c>, <c>hotline.reply</c> …) and the rule behind it, in few words.</summary>
public sealed partial class ClockWords(ClockNames names)
{
    /// <summary>What must be done: 签收, 公开回应, 办结答复 ….</summary>
    public string ActOf(string clock) => names.ActOf(clock);

    /// <summary>Name of the deadline: 签收时限, 公开回应时限 ….</summary>
    public string NameOf(string clock) => $"{names.ActOf(clock)}时限";

    /// <summary>The document that sets the deadline, its number where it has one; null for a deadline that is the district's own.</summary>
    public string? SourceOf(string clock) => names.SourceOf(clock) is not { Length: > 0 } source ? null
        : Number().Match(source) is { Success: true } number ? number.Value
        : source;

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+〔\d{4}〕\d+号", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
