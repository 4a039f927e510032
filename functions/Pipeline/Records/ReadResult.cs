namespace SentimentWatch.Pipeline.Records;

/// <summary>One line of an input: a record, or the reason why it is none.</summary>
/// <param name="Line">1-based line (CSV, NDJSON), row (XLSX) or element (JSON array).</param>
/// <param name="Record">The record; null when rejected.</param>
/// <param name="Reason">Why it was rejected, one sentence; null when accepted.</param>
/// <param name="Text">The rejected line as far as it was read (≤ 2,000 characters), not yet masked.</param>
public sealed record ReadResult(int Line, SubmittedRecord? Record, string? Reason, string? Text = null);
