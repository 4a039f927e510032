using SentimentWatch.Pipeline.Notify.Grouping;

namespace SentimentWatch.Pipeline.Notify.Limits;

/// <summary>A receiver's state and the version under which it was read; a null version means that there is no row yet.</summary>
public sealed record ChannelView(ChannelState State, string? Version);

/// <summary>Where the receivers' states and their outboxes are kept. A state and its outbox change together or not at all.</summary>
public interface IChannelStore
{
    /// <summary>The state of a receiver.</summary>
    Task<ChannelView> ReadAsync(string channel, CancellationToken cancellationToken);

    /// <summary>The state and all the news that waits.</summary>
    Task<(ChannelView View, IReadOnlyList<OutgoingNews> Waiting)> OpenAsync(string channel, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a state over the version that was read, puts news into the outbox and takes news out. The new version, or null when another
    /// instance was first: then the state is as it was, and of more than some ninety pieces of news the first may be in the outbox already.
    /// </summary>
    Task<string?> TryWriteAsync(string channel, ChannelView over, ChannelState state, OutboxChange change, CancellationToken cancellationToken);

    /// <summary>Receivers whose flush should have come before a moment and did not.</summary>
    IAsyncEnumerable<string> OverdueAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>What is put into an outbox and taken out.</summary>
public sealed record OutboxChange(IReadOnlyList<OutgoingNews> Put, IReadOnlyList<OutgoingNews> Take)
{
    /// <summary>Nothing.</summary>
    public static OutboxChange None { get; } = new([], []);
}
