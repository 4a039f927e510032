namespace SentimentWatch.Pipeline.Intake;

/// <summary>The drop folder: <c>inbox/{channel}/{file}</c>.</summary>
public interface IDropStore
{
    /// <summary>Files that wait, in the order of their names.</summary>
    IAsyncEnumerable<DroppedFile> ListAsync(CancellationToken cancellationToken);

    /// <summary>Opens a file as it was listed; null when it has changed or gone since.</summary>
    Task<Stream?> OpenAsync(DroppedFile file, CancellationToken cancellationToken);

    /// <summary>
    /// Puts the report into <c>inbox-done</c> or <c>inbox-failed</c>, then takes the file out of the inbox.
    /// A file that was replaced meanwhile stays.
    /// </summary>
    /// <param name="file">As listed.</param>
    /// <param name="report">What came of it.</param>
    /// <param name="keepOriginal">Copies the file beside its report. It holds personal data.</param>
    /// <param name="cancellationToken">Ends the work; the next sweep does it again.</param>
    Task FinishAsync(DroppedFile file, DropReport report, bool keepOriginal, CancellationToken cancellationToken);
}

/// <summary>A file in the drop folder.</summary>
/// <param name="Name">Name inside the container.</param>
/// <param name="Tag">Changes with the content.</param>
/// <param name="Since">When it was put there (UTC).</param>
public sealed record DroppedFile(string Name, string Tag, DateTimeOffset Since);

/// <summary>What came of a dropped file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Failed">True when nothing of it was taken.</param>
/// <param name="Reason">Why it failed, or why reading ended early; null when it was read whole.</param>
/// <param name="BatchId">The batch its records went into; null when it was not read.</param>
/// <param name="Accepted">Records queued.</param>
/// <param name="Rejected">Lines refused.</param>
/// <param name="At">When (UTC).</param>
public sealed record DropReport(
    string File, bool Failed, string? Reason, string? BatchId, int Accepted, IReadOnlyList<RejectedLine> Rejected, DateTimeOffset At);
