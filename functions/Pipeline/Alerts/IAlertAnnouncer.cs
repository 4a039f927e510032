namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Hands news of alerts over to those who send them out.</summary>
public interface IAlertAnnouncer
{
    /// <summary>Queues announcements for sending. <paramref name="recheck"/>: some may have been sent already; look before sending.</summary>
    Task AnnounceAsync(IReadOnlyList<Announcement> announcements, bool recheck, CancellationToken cancellationToken);
}

/// <summary>One piece of news about an alert.</summary>
/// <param name="Reason">See <see cref="AnnouncementReason"/>; but for opened and raised-{level} it ends in the sequence of the log entry. With the alert it is the identity of the news.</param>
/// <param name="At">When it happened: the time of the log entry behind it.</param>
/// <param name="Alert">The alert as it stood when the news was queued.</param>
/// <param name="To">Unit codes to tell; null tells the lead unit, every supporting unit that has not acknowledged, and the reading office. See <see cref="Audience"/>.</param>
/// <param name="Note">What a person wrote with the step behind it (reason, progress), masked; null when the product itself took it. Hostile input.</param>
public sealed record Announcement(string Reason, DateTimeOffset At, Alert Alert, IReadOnlyList<string>? To = null, string? Note = null);

/// <summary>Reasons of an <see cref="Announcement"/>.</summary>
public static class AnnouncementReason
{
    public const string Opened = "opened";
    public const string RaisedPrefix = "raised-";
    public const string ReopenedPrefix = "reopened-";
    public const string ReassignedPrefix = "reassigned-";
    public const string ReturnedPrefix = "returned-";
    public const string RemindedPrefix = "reminded-";
    public const string EscalatedPrefix = "escalated-";
    public const string YellowPrefix = "yellow-";
    public const string RedPrefix = "red-";
    public const string SupervisedPrefix = "supervised-";
    public const string ExtendedPrefix = "extended-";
}
