namespace SentimentWatch.Pipeline.Routing;

/// <summary>Whom a record denounces.</summary>
/// <param name="Targets">Unit codes; empty when it denounces none.</param>
/// <param name="Misconduct">True when it speaks of misconduct in office.</param>
internal sealed record ReportFinding(IReadOnlySet<string> Targets, bool Misconduct)
{
    /// <summary>Denounces nobody of the roster.</summary>
    public static ReportFinding None { get; } = new(new HashSet<string>(StringComparer.Ordinal), false);
}
