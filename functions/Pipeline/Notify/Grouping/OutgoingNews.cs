using System.Security.Cryptography;
using System.Text;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Grouping;

/// <summary>A piece of news for one receiver, with all whom it reaches there; while it waits, a row of <c>notifyoutbox</c>.</summary>
/// <param name="News">The news.</param>
/// <param name="Targets">One or more units that the receiver serves, whoever may act first; all of one <see cref="NotifyTarget.Channel"/>.</param>
public sealed record OutgoingNews(Announcement News, IReadOnlyList<NotifyTarget> Targets)
{
    /// <summary>When it should go at the latest (UTC).</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>When it may go at the earliest, with a group or alone (UTC).</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempt { get; init; }

    /// <summary>True when it may have been sent by somebody else: the notify log is read first.</summary>
    public bool Recheck { get; init; }

    /// <summary>True when the log says that it waits: it must not be sent past the outbox.</summary>
    public bool MustWait { get; init; }

    /// <summary>Heading of the summary that it goes in; null for a message of its own or a group.</summary>
    public string? Summary { get; init; }

    /// <summary>The receiver.</summary>
    public string Channel => Targets[0].Channel;

    /// <summary>True for red: it never waits for others.</summary>
    public bool IsUrgent => News.Alert.Level == AlertLevel.Red;

    /// <summary>Names the row: the same news for the same units has the same.</summary>
    public string Id
    {
        get
        {
            var units = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', Targets.Select(target => target.Key)))));
            return $"{News.Alert.Id}_{News.Reason}_{units.AsSpan(0, 8)}";
        }
    }

    /// <summary>One row of the notify log for each target.</summary>
    public IEnumerable<NotifyKey> Keys => Targets.Select(target => new NotifyKey(News.At, News.Alert.Id, News.Reason, target.Key));

    /// <summary>When a flush is needed for it.</summary>
    public DateTimeOffset FlushAt => DueAt > NotBefore ? DueAt : NotBefore;

    /// <summary>Decides for all its targets alike.</summary>
    public IEnumerable<NotifyDecision> Decide(string outcome, string why, DateTimeOffset now) =>
        Keys.Select(key => new NotifyDecision(key, outcome, why, now, Math.Max(1, Attempt)));
}
