namespace SentimentWatch.Pipeline.Notify.Grouping;

/// <summary>What came of sending.</summary>
public sealed class CourierReport
{
    /// <summary>Rows of the notify log.</summary>
    public List<NotifyDecision> Decisions { get; } = [];

    /// <summary>Sent.</summary>
    public List<OutgoingNews> Done { get; } = [];

    /// <summary>To be sent later, with the time from which on.</summary>
    public List<OutgoingNews> Left { get; } = [];

    /// <summary>Never by this receiver: it falls to the next.</summary>
    public List<OutgoingNews> Fallen { get; } = [];

    /// <summary>Until when the receiver takes nothing.</summary>
    public DateTimeOffset? BlockedUntil { get; set; }

    /// <summary>Why the address is dead; null while it is not.</summary>
    public string? Dead { get; set; }

    /// <summary>True when not everything was tried.</summary>
    public bool Stopped { get; set; }
}
