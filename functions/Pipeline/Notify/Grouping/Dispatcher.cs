using System.Collections.Concurrent;
using SentimentWatch.Pipeline.Notify.Limits;

namespace SentimentWatch.Pipeline.Notify.Grouping;

/// <summary>Sends news at once or lays it into its receiver's outbox; what a receiver never takes falls to the next one.</summary>
public sealed class Dispatcher(Splitter splitter, Bundler bundler, Courier courier, ChannelGate gate, DeadTargets dead, NotifyTargets targets, NotifyRules rules, INotifyLog log, TimeProvider time)
{
    /// <summary>Handles news of any number of receivers. Everything is sent, in an outbox or given up when it returns; the decisions are yet to be written.</summary>
    public async Task<IReadOnlyList<NotifyDecision>> DispatchAsync(IReadOnlyList<OutgoingNews> news, CancellationToken cancellationToken)
    {
        ConcurrentQueue<NotifyDecision> decisions = [];
        try
        {
            await DispatchAsync(news, decisions, cancellationToken);
            return [.. decisions];
        }
        catch when (!decisions.IsEmpty)
        {
            // What was done is written down, or it would be done again when the message comes again.
            await log.WriteAsync([.. decisions], CancellationToken.None);
            throw;
        }
    }

    /// <summary>The same news for the receivers after those that failed; nothing after the last.</summary>
    public IEnumerable<OutgoingNews> Next(IEnumerable<OutgoingNews> fallen) => fallen
        .SelectMany(item => item.Targets.Select(targets.After).OfType<NotifyTarget>().Select(target => (Item: item, Target: target)))
        .GroupBy(pair => (pair.Item.News.Alert.Id, pair.Item.News.Reason, pair.Target.Channel))
        .Select(group => group.First().Item with { Targets = [.. group.Select(pair => pair.Target).Distinct().OrderByDescending(target => target.MayAct)], Attempt = 0 });

    // A flash notice without a link does not stand for the card of a unit that must act.
    private static string SameNews(OutgoingNews item) => $"{item.News.Alert.Id}_{item.News.Reason}_{item.Channel}_{item.Targets.Any(target => target.MayAct)}";

    private async Task DispatchAsync(IReadOnlyList<OutgoingNews> news, ConcurrentQueue<NotifyDecision> decisions, CancellationToken cancellationToken)
    {
        HashSet<string> told = new(StringComparer.Ordinal);
        while (news.Count > 0)
        {
            var reports = await Task.WhenAll(news
                .GroupBy(item => item.Channel, StringComparer.Ordinal)
                .Select(group => ToChannelAsync(group.Key, [.. group], decisions, cancellationToken)));
            told.UnionWith(reports.SelectMany(report => report.Done.Concat(report.Left)).Select(SameNews));

            // One receiver is not told the same twice because two units fell to it.
            var next = Next(reports.SelectMany(report => report.Fallen)).ToLookup(item => told.Contains(SameNews(item)));
            Keep(decisions, next[true].SelectMany(item => item.Decide(NotifyOutcome.Skipped, "同一条通知已发往该地址", time.GetUtcNow())));
            news = [.. next[false]];
        }
    }

    private async Task<CourierReport> ToChannelAsync(
        string channel, IReadOnlyList<OutgoingNews> news, ConcurrentQueue<NotifyDecision> decisions, CancellationToken cancellationToken)
    {
        if (channel == NotifyTarget.ConsoleChannel)
        {
            var told = await courier.RunAsync(channel, bundler.Waiting(news, int.MaxValue), entered: true, cancellationToken);
            Keep(decisions, told.Decisions);
            return told;
        }

        var target = news[0].Targets[0];
        var opening = await gate.ChangeAsync(channel, state => Open(state, target, news), cancellationToken);
        if (opening.Dead is { } why)
        {
            List<OutgoingNews> fallen = [.. news.Where(item => !item.MustWait)];
            Keep(decisions, fallen.SelectMany(item => item.Decide(NotifyOutcome.Failed, why, time.GetUtcNow())));
            return Report(fallen, opening.Waiting);
        }

        // A flush may send and log what waits while other messages are still under way here: it is logged first. What was handled before has its row.
        IReadOnlyList<NotifyDecision> held = [.. opening.Waiting.Where(item => !item.Recheck).SelectMany(item => item.Decide(NotifyOutcome.Held, WhyHeld(item), time.GetUtcNow()))];
        if (opening.Bundles.Count == 0)
        {
            Keep(decisions, held);
            return Report([], opening.Waiting);
        }

        if (held.Count > 0)
        {
            await log.WriteAsync(held, cancellationToken);
        }

        var report = await courier.RunAsync(channel, opening.Bundles, opening.Entered, cancellationToken);
        Keep(decisions, report.Decisions);
        if (report.Left.Count > 0 || report.BlockedUntil is not null)
        {
            await LeaveAsync(channel, report, cancellationToken);
        }

        if (report.Dead is { } reason)
        {
            await dead.MarkAsync(target, reason, cancellationToken);
        }

        report.Left.AddRange(opening.Waiting);
        return report;
    }

    // Logged first: should this break off here, the message comes again and finds in the log that these wait.
    private async Task LeaveAsync(string channel, CourierReport report, CancellationToken cancellationToken)
    {
        await log.WriteAsync(report.Decisions, cancellationToken);
        List<OutgoingNews> left = [.. report.Left.Select(item => item with { Recheck = false })];
        await gate.ChangeAsync(
            channel,
            state => new ChannelDecision<bool>(state.WithBlock(report.BlockedUntil).Holding(left, time.GetUtcNow()), true, new OutboxChange(left, [])),
            cancellationToken);
    }

    private ChannelDecision<Opening> Open(ChannelState state, NotifyTarget target, IReadOnlyList<OutgoingNews> news)
    {
        var now = time.GetUtcNow();
        if (dead.WhyDead(state, target, now) is { } why)
        {
            // What is in the outbox already is let fall by its flush, and only by that.
            var (_, stay) = splitter.Split(state, [.. news.Where(item => item.MustWait)], now);
            var held = state.Holding(stay, now);
            return new ChannelDecision<Opening>(ReferenceEquals(held, state) ? null : held, new Opening([], stay, false, why), new OutboxChange(stay, []));
        }

        var limits = rules.LimitsOf(target.Channel);
        var (go, waiting) = splitter.Split(state, news, now);
        var bundles = bundler.AtOnce(go, limits.Spare(state.Sent, now, urgent: false));
        var entered = bundles.Count > 0 ? gate.Enter(state, target.Channel, bundles[0].Urgent) : null;
        var next = (entered ?? state).Holding(waiting, now);
        return new ChannelDecision<Opening>(
            ReferenceEquals(next, state) ? null : next, new Opening(bundles, waiting, entered is not null, null), new OutboxChange(waiting, []));
    }

    private static CourierReport Report(IReadOnlyList<OutgoingNews> fallen, IReadOnlyList<OutgoingNews> left)
    {
        var report = new CourierReport();
        report.Fallen.AddRange(fallen);
        report.Left.AddRange(left);
        return report;
    }

    private static void Keep(ConcurrentQueue<NotifyDecision> decisions, IEnumerable<NotifyDecision> more)
    {
        foreach (var decision in more)
        {
            decisions.Enqueue(decision);
        }
    }

    private static string WhyHeld(OutgoingNews item) => $"与其他预警合并，{Records.ShanghaiTime.Of(item.FlushAt):MM-dd HH:mm:ss} 前后发送";

    private sealed record Opening(IReadOnlyList<Bundle> Bundles, IReadOnlyList<OutgoingNews> Waiting, bool Entered, string? Dead);
}
