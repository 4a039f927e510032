namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Which part of which batch is being processed.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="Part">Number of the part.</param>
/// <param name="AcceptedAt">When intake accepted it.</param>
/// <param name="Replayed">True when it may have been processed before, wholly or to some point: every effect is looked at again.</param>
public sealed record PartContext(string BatchId, int Part, DateTimeOffset AcceptedAt, bool Replayed)
{
    /// <summary>Name by which log entries of this part are known.</summary>
    public string Source => $"{BatchId}/{Part}";
}
