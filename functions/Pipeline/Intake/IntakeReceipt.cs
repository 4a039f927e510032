using System.Text.Json.Serialization;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>What one intake call took and what it refused.</summary>
/// <param name="BatchId">Id for <see cref="BatchStatusReader"/>; sorts by time of acceptance.</param>
/// <param name="Accepted">Records queued.</param>
/// <param name="Rejected">Lines refused, each with its reason, in line order.</param>
public sealed record IntakeReceipt(string BatchId, int Accepted, IReadOnlyList<RejectedLine> Rejected)
{
    /// <summary>Latest <c>receivedAt</c> of the accepted records; null when none was. Where a feed goes on.</summary>
    [JsonIgnore]
    public DateTimeOffset? Latest { get; init; }
}

/// <summary>One refused line.</summary>
/// <param name="Line">1-based line, row or element of the input.</param>
/// <param name="Reason">One sentence; holds no personal data.</param>
public sealed record RejectedLine(int Line, string Reason);
