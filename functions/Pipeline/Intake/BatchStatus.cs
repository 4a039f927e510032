namespace SentimentWatch.Pipeline.Intake;

/// <summary>How far a batch is: the answer of <c>GET /api/batches/{batchId}</c>.</summary>
/// <param name="State"><c>queued</c>, <c>done</c> or <c>failed</c> (a part was given up; it is in <c>deadletters</c>).</param>
/// <param name="Stored">Records stored for the first time.</param>
/// <param name="Updated">Records stored over an older version.</param>
/// <param name="Unchanged">Records that were already there.</param>
/// <param name="Alerts">Alerts opened.</param>
public sealed record BatchStatus(string State, int Stored, int Updated, int Unchanged, int Alerts);

/// <summary>Reads how far a batch is.</summary>
public sealed class BatchStatusReader(IPartStore parts)
{
    /// <summary>The status; null when no such batch was ever accepted whole.</summary>
    public async Task<BatchStatus?> GetAsync(string batchId, CancellationToken cancellationToken)
    {
        if (!Intake.BatchId.IsValid(batchId) || await parts.ReadProgressAsync(batchId, cancellationToken) is not { } progress)
        {
            return null;
        }

        var results = progress.Results;
        var state = results.Any(result => result.Failed) ? "failed"
            : results.Count < progress.Manifest.Parts ? "queued"
            : "done";
        return new BatchStatus(
            state,
            results.Sum(result => result.Stored),
            results.Sum(result => result.Updated),
            results.Sum(result => result.Unchanged),
            results.Sum(result => result.Alerts));
    }
}
