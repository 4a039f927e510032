using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>One way of telling people about an alert.</summary>
public interface INotifier
{
    /// <summary>Name of the way: teams or console.</summary>
    string Name { get; }

    /// <summary>Sends one piece of news, or several of a burst together. What the receiver or the network does wrong is a result, not an exception.</summary>
    Task<NotifyResult> SendAsync(NotifyTarget target, IReadOnlyList<Announcement> news, CancellationToken cancellationToken);
}

/// <summary>Who is told, and how.</summary>
/// <param name="Name">Unit code, <c>default</c> or <c>console</c>; names the row in the notify log.</param>
/// <param name="Way">Name of the <see cref="INotifier"/>.</param>
/// <param name="MayAcknowledge">True when the card goes to the lead unit and carries its 签收 link.</param>
public sealed record NotifyTarget(string Name, string Way, bool MayAcknowledge)
{
    /// <summary>Units without a webhook, and webhooks that are gone.</summary>
    public static NotifyTarget Console { get; } = new("console", "console", MayAcknowledge: true);
}

/// <summary>Answer of a notifier.</summary>
public abstract record NotifyResult
{
    /// <summary>The receiver accepted it.</summary>
    public sealed record Sent(string How) : NotifyResult;

    /// <summary>Not now; try again after a while.</summary>
    public sealed record RetryAfter(TimeSpan Delay, string Reason) : NotifyResult;

    /// <summary>Never this way.</summary>
    public sealed record Final(string Reason) : NotifyResult;
}
