namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Hands news of alerts over to those who send them out.</summary>
public interface IAlertAnnouncer
{
    /// <summary>Queues announcements for sending. <paramref name="recheck"/>: some may have been sent already; look before sending.</summary>
    Task AnnounceAsync(IReadOnlyList<Announcement> announcements, bool recheck, CancellationToken cancellationToken);
}

/// <summary>One piece of news about an alert.</summary>
/// <param name="Reason">opened, raised-{level}, reopened-{sequence}, reassigned-{sequence} or returned-{sequence}; with the alert it is the identity of the news.</param>
/// <param name="At">When it happened: the time of the log entry behind it.</param>
/// <param name="Alert">The alert as it stood when the news was queued.</param>
public sealed record Announcement(string Reason, DateTimeOffset At, Alert Alert);

/// <summary>Reasons of an <see cref="Announcement"/>.</summary>
public static class AnnouncementReason
{
    public const string Opened = "opened";
    public const string RaisedPrefix = "raised-";
    public const string ReopenedPrefix = "reopened-";
    public const string ReassignedPrefix = "reassigned-";
    public const string ReturnedPrefix = "returned-";
}
