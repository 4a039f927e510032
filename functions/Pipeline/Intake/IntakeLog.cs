using Microsoft.Extensions.Logging;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>Log lines of the intake; none carries a citizen's words.</summary>
internal static partial class IntakeLog
{
    [LoggerMessage(1001, LogLevel.Information, "Batch {BatchId} of {Channel}: {Accepted} accepted, {Rejected} rejected, {Parts} parts queued")]
    public static partial void Accepted(ILogger logger, string batchId, string channel, int accepted, int rejected, int parts);

    [LoggerMessage(1002, LogLevel.Information, "Dropped file {File}: {Accepted} accepted, {Rejected} rejected, failed {Failed}: {Reason}")]
    public static partial void Dropped(ILogger logger, string file, int accepted, int rejected, bool failed, string? reason);

    [LoggerMessage(1003, LogLevel.Information, "Feed {Feed}: {Pages} pages, {Accepted} accepted, {Rejected} rejected, next since {Cursor}")]
    public static partial void Polled(ILogger logger, string feed, int pages, int accepted, int rejected, string? cursor);

    [LoggerMessage(1004, LogLevel.Warning, "Feed {Feed} was not read: {Reason}")]
    public static partial void PollFailed(ILogger logger, string feed, string reason);

    [LoggerMessage(1005, LogLevel.Error, "A message of queue {Queue} was given up; it is kept as dead letter {Id}: {Reason}")]
    public static partial void Poisoned(ILogger logger, string queue, string id, string reason);
}
