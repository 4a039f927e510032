using SentimentWatch.Pipeline.Notify.Limits;
using SentimentWatch.Pipeline.Notify.Silences;

namespace SentimentWatch.Pipeline.Notify.Grouping;

/// <summary>
/// Sends what waits in a receiver's outbox. One instance at a time holds the receiver's lease; a flush that comes while another holds it, or
/// finds nothing, changes nothing. News leaves the outbox only after its decision is in the notify log.
/// </summary>
public sealed class Flusher(
    Bundler bundler, Courier courier, ChannelGate gate, Dispatcher dispatcher, DeadTargets dead, SilenceBook silences, SettledNews settled, INotifyLog log, INotifyQueue queue, NotifyRules rules, TimeProvider time)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(1);

    /// <summary>Sends what is due, with all that may go along.</summary>
    /// <param name="channel">The receiver.</param>
    /// <param name="self">Names this flush; the same when its message comes again.</param>
    /// <param name="again">True when the message came before, so that some may have been sent.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task FlushAsync(string channel, string self, bool again, CancellationToken cancellationToken)
    {
        var begun = time.GetUtcNow();
        while (true)
        {
            var (state, waiting) = await gate.OpenAsync(channel, cancellationToken);
            var now = time.GetUtcNow();
            var ready = Ready(waiting, now);
            if (state.IsLeased(self, now))
            {
                // The other one sends it, unless it has died: that shows when its lease ends.
                if (ready.Count > 0)
                {
                    await queue.EnqueueAsync(NotifyMessage.FlushOf(channel), state.LeaseUntil!.Value - now + SameMoment, cancellationToken);
                }

                return;
            }

            // A lease that ran out was left by one who died: nobody knows what that one sent.
            again |= state.Lease is not null && state.Lease != self;
            if (ready.Count == 0 || now - begun > LongestRun)
            {
                if (await TryEndAsync(channel, state, waiting, cancellationToken))
                {
                    return;
                }

                continue;
            }

            if (await RunAsync(channel, self, state, waiting, ready, again, cancellationToken))
            {
                return;
            }
        }
    }

    // A red alert that is tried again, or a summary, takes nothing along: the group it would break up is not due.
    private static List<OutgoingNews> Ready(IReadOnlyList<OutgoingNews> waiting, DateTimeOffset now)
    {
        List<OutgoingNews> free = [.. waiting.Where(item => item.NotBefore <= now)];
        var due = free.FindAll(item => item.DueAt <= now);
        return due.Exists(item => !item.IsUrgent && item.Summary is null) ? free : due;
    }

    private async Task<bool> RunAsync(
        string channel, string self, ChannelState opened, IReadOnlyList<OutgoingNews> waiting, List<OutgoingNews> ready, bool again, CancellationToken cancellationToken)
    {
        var doubtful = again ? ready : ready.FindAll(item => item.Recheck);
        var open = doubtful.Count == 0 ? [] : await settled.OpenAsync(doubtful, cancellationToken);

        // What failed here before an earlier try broke off is followed to where it fell.
        var fallen = open.Where(item => item.Channel != channel).ToList();
        var (speaking, silent) = await silences.CutAsync([.. ready.Except(doubtful), .. open.Where(item => item.Channel == channel)], cancellationToken);
        var start = await gate.ChangeAsync(channel, state => Begin(state, self, opened, speaking), cancellationToken);
        if (start is null)
        {
            return true;
        }

        var report = await courier.RunAsync(channel, start.Bundles, start.Entered, cancellationToken);
        if (start.Dead is { } why)
        {
            report.Fallen.AddRange(speaking);
            report.Decisions.AddRange(speaking.SelectMany(item => item.Decide(NotifyOutcome.Failed, why, time.GetUtcNow())));
        }

        await log.WriteAsync([.. silent, .. report.Decisions], cancellationToken);
        if (report.Dead is { } reason)
        {
            await dead.MarkAsync(ready[0].Targets[0], reason, cancellationToken);
        }

        fallen.AddRange(dispatcher.Next(report.Fallen));
        await log.WriteAsync(await dispatcher.DispatchAsync(fallen, cancellationToken), cancellationToken);
        var left = report.Left.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var changed = new OutboxChange(report.Left, [.. ready.Where(item => !left.Contains(item.Id))]);
        List<OutgoingNews> stay = [.. report.Left, .. waiting.ExceptBy(ready.Select(item => item.Id), item => item.Id, StringComparer.Ordinal)];
        return await gate.ChangeAsync(channel, state => Leave(state, self, opened, stay, report, changed), cancellationToken);
    }

    private ChannelDecision<Start?> Begin(ChannelState state, string self, ChannelState opened, IReadOnlyList<OutgoingNews> news)
    {
        var now = time.GetUtcNow();

        // Somebody emptied the outbox since it was read.
        if (state.IsLeased(self, now) || state.Turn != opened.Turn)
        {
            return new ChannelDecision<Start?>(null, null);
        }

        var next = state with { Lease = self, LeaseUntil = now + Lease, Turn = state.Lease == self ? state.Turn : state.Turn + 1 };
        if (news.Count == 0)
        {
            return new ChannelDecision<Start?>(next, new Start([], false, null));
        }

        if (dead.WhyDead(state, news[0].Targets[0], now) is { } why)
        {
            return new ChannelDecision<Start?>(next, new Start([], false, why));
        }

        var limits = rules.LimitsOf(news[0].Channel);
        var bundles = bundler.Waiting(news, limits.Spare(state.Sent, now, urgent: false));
        var entered = gate.Enter(next, news[0].Channel, bundles[0].Urgent);
        return new ChannelDecision<Start?>(entered ?? next, new Start(bundles, entered is not null, null));
    }

    // True in the result when the run is over. What others laid in meanwhile makes it go on.
    private ChannelDecision<bool> Leave(ChannelState state, string self, ChannelState opened, IReadOnlyList<OutgoingNews> stay, CourierReport report, OutboxChange change)
    {
        var now = time.GetUtcNow();
        var blocked = state.WithBlock(report.BlockedUntil);
        if (state.Puts != opened.Puts)
        {
            return new ChannelDecision<bool>(blocked with { LeaseUntil = now + Lease }, false, change);
        }

        return new ChannelDecision<bool>(End(state.Lease == self ? blocked with { Lease = null, LeaseUntil = null } : blocked, stay, now), true, change);
    }

    // The outbox was read a moment ago; when the row has changed since, the reading is worth nothing.
    private Task<bool> TryEndAsync(string channel, ChannelState opened, IReadOnlyList<OutgoingNews> waiting, CancellationToken cancellationToken) => gate.ChangeAsync(
        channel,
        state =>
        {
            if (!ReferenceEquals(state, opened))
            {
                return new ChannelDecision<bool>(null, false);
            }

            var ended = End(state with { Lease = null, LeaseUntil = null }, waiting, time.GetUtcNow());
            return new ChannelDecision<bool>(ended == state ? null : ended, true);
        },
        cancellationToken);

    private static ChannelState End(ChannelState state, IReadOnlyList<OutgoingNews> stay, DateTimeOffset now)
    {
        // This flush used up whatever was planned up to now.
        var planned = state.FlushAt > now + SameMoment ? state : state with { FlushAt = null };
        return stay.Count == 0 ? planned : planned.WithFlush(stay.Min(item => item.FlushAt), now);
    }

    private sealed record Start(IReadOnlyList<Bundle> Bundles, bool Entered, string? Dead);
}
