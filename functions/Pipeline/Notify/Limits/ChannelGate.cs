using System.Collections.Concurrent;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Http;

namespace SentimentWatch.Pipeline.Notify.Limits;

/// <summary>
/// Lets one message after another through to a receiver, over all instances: a message is entered in the receiver's row before it is sent, and
/// whoever meets a newer row looks again. What is remembered here only saves a read; the row's ETag decides.
/// </summary>
public sealed class ChannelGate(IChannelStore store, INotifyQueue queue, NotifyRules rules, TimeProvider time) : ISendPermits
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<string, ChannelView> _seen = new(StringComparer.Ordinal);

    // Messages of one instance to one receiver change its row in turn: at once they would only meet each other's versions, and read again.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Reads a receiver's state and outbox.</summary>
    public async Task<(ChannelState State, IReadOnlyList<OutgoingNews> Waiting)> OpenAsync(string channel, CancellationToken cancellationToken)
    {
        var (view, waiting) = await store.OpenAsync(channel, cancellationToken);
        _seen[channel] = view;
        return (view.State, waiting);
    }

    /// <summary>
    /// Changes a receiver's state by a decision that may be asked again with a newer state. A flush that the new state plans is queued before the
    /// state is written: a flush too many finds nothing, one too few would lose news.
    /// </summary>
    public async Task<T> ChangeAsync<T>(string channel, Func<ChannelState, ChannelDecision<T>> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decide);
        var turn = _turns.GetOrAdd(channel, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await ChangeInTurnAsync(channel, decide, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<T> ChangeInTurnAsync<T>(string channel, Func<ChannelState, ChannelDecision<T>> decide, CancellationToken cancellationToken)
    {
        DateTimeOffset? queued = null;
        if (!_seen.TryGetValue(channel, out var view))
        {
            view = await store.ReadAsync(channel, cancellationToken);
        }

        while (true)
        {
            var decision = decide(view.State);
            if (decision.State is not { } next)
            {
                return decision.Result;
            }

            if (next.FlushAt is { } at && at != view.State.FlushAt && at != queued)
            {
                var delay = at - time.GetUtcNow();
                await queue.EnqueueAsync(NotifyMessage.FlushOf(channel, at), delay > TimeSpan.Zero ? delay : TimeSpan.Zero, cancellationToken);
                queued = at;
            }

            if (await store.TryWriteAsync(channel, view, next, decision.Outbox ?? OutboxChange.None, cancellationToken) is { } version)
            {
                _seen[channel] = new ChannelView(next, version);
                return decision.Result;
            }

            view = await store.ReadAsync(channel, cancellationToken);
        }
    }

    /// <summary>Enters one message, waiting for room at most <paramref name="patience"/>. Null when it may be sent now, else when there is room again.</summary>
    public Task<DateTimeOffset?> TakeAsync(string channel, bool urgent, TimeSpan patience, CancellationToken cancellationToken) =>
        TakeAsync(channel, urgent, isRepetition: false, patience, cancellationToken);

    /// <summary>A repetition by the HTTP client is a message of its own; it never uses what is kept for red.</summary>
    public async ValueTask<bool> TryTakeAsync(NotifyTarget target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        return await TakeAsync(target.Channel, urgent: false, isRepetition: true, TimeSpan.Zero, cancellationToken) is null;
    }

    /// <summary>The state with one more message sent now; null when there is no room. A group (anything but red) sets the time from which its interval counts.</summary>
    public ChannelState? Enter(ChannelState state, string channel, bool urgent, bool isRepetition = false)
    {
        ArgumentNullException.ThrowIfNull(state);
        var (limits, now) = (rules.LimitsOf(channel), time.GetUtcNow());
        return state.FreeAt(limits, now, urgent) > now ? null
            : state.WithSend(now, limits, rules.GroupWait) with { GroupAt = urgent || isRepetition ? state.GroupAt : now };
    }

    private async Task<DateTimeOffset?> TakeAsync(string channel, bool urgent, bool isRepetition, TimeSpan patience, CancellationToken cancellationToken)
    {
        var limits = rules.LimitsOf(channel);
        var begun = time.GetUtcNow();
        while (true)
        {
            var free = await ChangeAsync<DateTimeOffset?>(
                channel,
                state => Enter(state, channel, urgent, isRepetition) is { } entered ? new(entered, null) : new(null, state.FreeAt(limits, time.GetUtcNow(), urgent)),
                cancellationToken);
            if (free is not { } at || at - begun > patience)
            {
                return free;
            }

            var pause = at - time.GetUtcNow();
            await Task.Delay(pause > ShortestPause ? pause : ShortestPause, time, cancellationToken);
        }
    }
}

/// <summary>A decision about a receiver's state.</summary>
/// <param name="State">What to write; null for nothing.</param>
/// <param name="Result">What comes of it.</param>
/// <param name="Outbox">What changes in the outbox with it; null for nothing.</param>
public sealed record ChannelDecision<T>(ChannelState? State, T Result, OutboxChange? Outbox = null);
