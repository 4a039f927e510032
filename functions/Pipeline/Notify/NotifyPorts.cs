namespace SentimentWatch.Pipeline.Notify;

/// <summary>Puts messages into the queue <c>notify</c>.</summary>
public interface INotifyQueue
{
    /// <summary>Queues a message, to be seen after a delay.</summary>
    Task EnqueueAsync(NotifyMessage message, TimeSpan delay, CancellationToken cancellationToken);
}

/// <summary>The log of decisions to send or not to send.</summary>
public interface INotifyLog
{
    /// <summary>The decisions made about these pieces of news so far.</summary>
    Task<IReadOnlyList<NotifyDecision>> ReadAsync(IReadOnlyList<NotifyKey> keys, CancellationToken cancellationToken);

    /// <summary>Keeps decisions; one about the same news and target replaces the former.</summary>
    Task WriteAsync(IReadOnlyList<NotifyDecision> decisions, CancellationToken cancellationToken);
}

/// <summary>One piece of news for one target.</summary>
/// <param name="NewsAt">When the news happened; its day in Asia/Shanghai is the partition.</param>
/// <param name="AlertId">The alert.</param>
/// <param name="Reason">See <see cref="Alerts.AnnouncementReason"/>.</param>
/// <param name="Target">Name of the target.</param>
public readonly record struct NotifyKey(DateTimeOffset NewsAt, string AlertId, string Reason, string Target);

/// <summary>Why a piece of news was, or was not, sent to a target; a row of <c>notifylog</c>.</summary>
/// <param name="Key">News and target.</param>
/// <param name="Outcome">One of <see cref="NotifyOutcome"/>.</param>
/// <param name="Why">One Chinese sentence.</param>
/// <param name="At">When it was decided (UTC).</param>
/// <param name="Attempt">1 or more.</param>
public sealed record NotifyDecision(NotifyKey Key, string Outcome, string Why, DateTimeOffset At, int Attempt);

/// <summary>How a decision ended.</summary>
public static class NotifyOutcome
{
    /// <summary>The receiver accepted it; it need not have been delivered (送达), let alone acknowledged (签收).</summary>
    public const string Sent = "sent";

    /// <summary>It will be tried again.</summary>
    public const string Retry = "retry";

    /// <summary>It will not be tried again.</summary>
    public const string Failed = "failed";

    /// <summary>It was not to be sent.</summary>
    public const string Skipped = "skipped";

    /// <summary>It waits in the outbox for others, for the end of quiet hours or for room in the receiver's limits.</summary>
    public const string Held = "held";
}
