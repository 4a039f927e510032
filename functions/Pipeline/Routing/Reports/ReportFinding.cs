namespace SentimentWatch.Pipeline.Routing;

/// <summary>Whom a record denounces.</summary>
/// <param name="Targets">Unit codes; empty when it denounces none of the roster.</param>
/// <param name="Misconduct">True when it speaks of misconduct in office.</param>
internal sealed record ReportFinding(IReadOnlySet<string> Targets, bool Misconduct)
{
    /// <summary>True when somebody other than the denounced must own it: a unit, or people in office of no known unit.</summary>
    public bool Denounces => Targets.Count > 0 || Misconduct;

    /// <summary>Denounces nobody of the roster.</summary>
    public static ReportFinding None { get; } = new(new HashSet<string>(StringComparer.Ordinal), false);
}
