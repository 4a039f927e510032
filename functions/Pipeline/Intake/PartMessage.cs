namespace SentimentWatch.Pipeline.Intake;

/// <summary>Queue message that points at one part of a batch (claim check), or carries it.</summary>
/// <param name="BatchId">The intake call.</param>
/// <param name="Part">1, 2, 3 … in the batch.</param>
/// <param name="Urgent">True on the urgent lane.</param>
/// <param name="AcceptedAt">When the call came (UTC).</param>
/// <param name="Records">Number of records in the part, 1 to 1,000.</param>
/// <param name="Inline">Base64 of the gzip NDJSON when it is small enough to travel along; null when it lies in the blob.</param>
public sealed record PartMessage(
    string BatchId,
    int Part,
    bool Urgent,
    DateTimeOffset AcceptedAt,
    int Records,
    string? Inline = null);
