using SentimentWatch.Pipeline.Notify.Grouping;

namespace SentimentWatch.Pipeline.Notify.Limits;

/// <summary>What all instances know of one receiver; a row of <c>notifyoutbox</c>, changed only under its ETag.</summary>
public sealed record ChannelState
{
    // A flush message that has not come so long after its time is lost.
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(1);

    /// <summary>A receiver that nothing was sent to.</summary>
    public static ChannelState New { get; } = new();

    /// <summary>When messages were sent, as far back as its longest window.</summary>
    public SendLog Sent { get; init; } = SendLog.Empty;

    /// <summary>When a message of ordinary news (not red) was last sent.</summary>
    public DateTimeOffset? GroupAt { get; init; }

    /// <summary>Until when the receiver asked to be left alone.</summary>
    public DateTimeOffset? BlockedUntil { get; init; }

    /// <summary>When the flush message comes that was queued last; null when none is needed.</summary>
    public DateTimeOffset? FlushAt { get; init; }

    /// <summary>Who empties the outbox now; null for nobody.</summary>
    public string? Lease { get; init; }

    /// <summary>Until when that one is believed to live.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>How often news was laid into the outbox, by which whoever empties it knows of more.</summary>
    public long Puts { get; init; }

    /// <summary>How often the lease was taken, by which an outbox read before is known to be old.</summary>
    public long Turn { get; init; }

    /// <summary>The address that took nothing any more; null while it is well.</summary>
    public DeadMark? Dead { get; init; }

    /// <summary>The first moment at which one more message may be sent.</summary>
    public DateTimeOffset FreeAt(SendLimits limits, DateTimeOffset now, bool urgent)
    {
        ArgumentNullException.ThrowIfNull(limits);

        // A clock behind the others' must not see more room than they do.
        var from = Sent.Last is { } last && last > now ? last : now;
        var free = limits.FreeAt(Sent, from, urgent);
        free = free == from ? now : free;
        return BlockedUntil is { } blocked && blocked > free ? blocked : free;
    }

    /// <summary>With one more message sent now.</summary>
    public ChannelState WithSend(DateTimeOffset now, SendLimits limits, TimeSpan remember)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return this with { Sent = Sent.With(now, now - (limits.Longest > remember ? limits.Longest : remember)) };
    }

    /// <summary>With a flush planned for a moment, unless one comes about then or earlier.</summary>
    public ChannelState WithFlush(DateTimeOffset at, DateTimeOffset now) =>
        FlushAt is { } planned && planned <= at + SameMoment && planned > now - LostAfter ? this : this with { FlushAt = at };

    /// <summary>With news laid into the outbox, and the flush that it needs.</summary>
    public ChannelState Holding(IReadOnlyList<OutgoingNews> news, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(news);
        return news.Count == 0 ? this : WithFlush(news.Min(item => item.FlushAt), now) with { Puts = Puts + 1 };
    }

    /// <summary>With a pause that the receiver asked for.</summary>
    public ChannelState WithBlock(DateTimeOffset? until) => until is { } end && (BlockedUntil is not { } former || end > former) ? this with { BlockedUntil = end } : this;

    /// <summary>True while an instance other than <paramref name="self"/> empties the outbox.</summary>
    public bool IsLeased(string self, DateTimeOffset now) => Lease is not null && Lease != self && LeaseUntil > now;
}

/// <summary>An address that answered that it is gone.</summary>
/// <param name="Address">Hash of the address, so that a new one is tried at once.</param>
/// <param name="At">When it was last found gone (UTC).</param>
/// <param name="ReportedAt">When the reading office was told (UTC).</param>
/// <param name="Why">What it answered.</param>
public sealed record DeadMark(string Address, DateTimeOffset At, DateTimeOffset ReportedAt, string Why)
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromHours(6);
    private static readonly TimeSpan ReportAgainAfter = TimeSpan.FromHours(24);

    /// <summary>True while the address is not tried.</summary>
    public bool Holds(string address, DateTimeOffset now) => Address == address && now - At < TryAgainAfter;

    /// <summary>The mark after an address was found gone, and whether that is to be reported: once for each address a day.</summary>
    public static (DeadMark Mark, bool Report) Next(DeadMark? former, string address, DateTimeOffset now, string why) =>
        former is not null && former.Address == address && now - former.ReportedAt < ReportAgainAfter
            ? (former with { At = now, Why = why }, false)
            : (new DeadMark(address, now, now, why), true);
}
