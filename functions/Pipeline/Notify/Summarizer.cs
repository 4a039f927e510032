using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Limits;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>
/// Lays much news into the outboxes at once, from where every unit gets it as one message: too much for queue messages, and never several
/// messages because several were queued.
/// </summary>
public sealed class Summarizer(NewsRouter router, Dispatcher dispatcher, ChannelGate gate, INotifyLog log, SettledNews settled, TimeProvider time) : IAlertSummarizer
{
    // The rows are written before the flush that was queued for them comes.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public async Task SummarizeAsync(string heading, IReadOnlyList<Announcement> announcements, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var all = router.Route(announcements)

            // A summary speaks to one unit: where a receiver serves several, each gets its own.
            .SelectMany(item => item.Targets.Select(target => item with { Targets = [target], Summary = heading, DueAt = now + Pause, NotBefore = now }))
            .ToList();
        var news = (await settled.OpenAsync(all, cancellationToken)).ToLookup(item => item.Channel == NotifyTarget.ConsoleChannel);
        foreach (var channel in news[false].GroupBy(item => item.Channel, StringComparer.Ordinal))
        {
            // Logged first: should this break off here, the caller's next try finds in the log that these wait.
            List<OutgoingNews> items = [.. channel];
            await log.WriteAsync(
                [.. items.Where(item => !item.MustWait).SelectMany(item => item.Decide(NotifyOutcome.Held, $"列入汇总通知：{heading}", now))], cancellationToken);
            await gate.ChangeAsync(
                channel.Key, state => new ChannelDecision<bool>(state.Holding(items, time.GetUtcNow()), true, new OutboxChange(items, [])), cancellationToken);
        }

        await log.WriteAsync(await dispatcher.DispatchAsync([.. news[true]], cancellationToken), cancellationToken);
    }
}
