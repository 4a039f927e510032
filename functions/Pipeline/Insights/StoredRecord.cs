using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>A row of <c>records</c>, read back.</summary>
/// <param name="Record">The masked record; hostile text.</param>
/// <param name="Verdict">What was said of it.</param>
/// <param name="Status">received, dispatched, accepted, returned, replied or closed: how far the source says it is.</param>
/// <param name="EventId">Merged event; null when it is in none.</param>
/// <param name="AcceptedAt">When intake took this version (UTC).</param>
/// <param name="StoredAt">When this version was stored (UTC).</param>
/// <param name="Revision">1 when first stored, one more at each change.</param>
/// <param name="Decision">That a person decided labels of it; they stand in the verdict. Null when nobody did.</param>
public sealed record StoredRecord(
    CitizenRecord Record,
    Verdict Verdict,
    string Status,
    string? EventId,
    DateTimeOffset AcceptedAt,
    DateTimeOffset StoredAt,
    int Revision,
    DecisionMark? Decision = null);
