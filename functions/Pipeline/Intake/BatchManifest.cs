namespace SentimentWatch.Pipeline.Intake;

/// <summary>What an intake call made; written once, after its last part was queued.</summary>
/// <param name="BatchId">The intake call.</param>
/// <param name="Channel">Channel of the call.</param>
/// <param name="AcceptedAt">When the call came (UTC).</param>
/// <param name="Parts">Number of parts; 0 when nothing was accepted.</param>
/// <param name="Accepted">Records queued.</param>
/// <param name="Rejected">Lines refused.</param>
public sealed record BatchManifest(
    string BatchId, string Channel, DateTimeOffset AcceptedAt, int Parts, int Accepted, int Rejected);

/// <summary>What became of one part.</summary>
/// <param name="BatchId">The intake call.</param>
/// <param name="Part">The part.</param>
/// <param name="Failed">True when the part was given up after its retries; its records are not stored.</param>
/// <param name="Stored">Records stored for the first time.</param>
/// <param name="Updated">Records stored over an older version.</param>
/// <param name="Unchanged">Records that were already there, the same or newer.</param>
/// <param name="Alerts">Alerts opened.</param>
public sealed record PartResult(
    string BatchId, int Part, bool Failed, int Stored, int Updated, int Unchanged, int Alerts);

/// <summary>A manifest with the results that exist so far.</summary>
public sealed record BatchProgress(BatchManifest Manifest, IReadOnlyList<PartResult> Results);
