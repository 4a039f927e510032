using System.Text.Json;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Sends the news of a queue message and logs why each was or was not sent.</summary>
public sealed class NotifyProcessor(
    IEnumerable<INotifier> notifiers,
    NotifyTargets targets,
    AlertRules rules,
    INotifyLog log,
    INotifyQueue queue,
    TimeProvider time,
    ILogger<NotifyProcessor> logger)
{
    private const int MostSingle = 4;
    private const int MostTogether = 10;
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    private readonly Dictionary<string, INotifier> _notifiers = notifiers.ToDictionary(notifier => notifier.Way);

    /// <summary>
    /// Processes one message. The first delivery sends at once; a later one first reads what was sent. A receiver that is busy gets
    /// the rest in a new message after the time it asked for, and after 24 hours the news falls to the next target.
    /// </summary>
    /// <exception cref="JsonException">The message is none of ours.</exception>
    public async Task ProcessAsync(string message, int dequeueCount, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.Deserialize(message, NotifyJson.Plain.NotifyMessage)
            ?? throw new JsonException("The notify message is empty.");
        var deliveries = Deliveries(content);
        if (content.Recheck || dequeueCount > 1)
        {
            deliveries = await WithoutSettledAsync(deliveries, cancellationToken);
        }

        var tried = await Task.WhenAll(deliveries
            .GroupBy(delivery => delivery.Target)
            .Select(group => SendInTurnAsync([.. group], content.Attempt, cancellationToken)));
        var outcomes = tried.SelectMany(list => list).ToList();
        if (outcomes.Count == 0)
        {
            return;
        }

        await log.WriteAsync([.. outcomes.Select(outcome => outcome.Decision)], cancellationToken);
        foreach (var later in outcomes.Where(outcome => outcome.Delay is not null).GroupBy(outcome => outcome.Delivery.Target.Key))
        {
            await queue.EnqueueAsync(
                new NotifyMessage([.. later.Select(outcome => outcome.Delivery.News)], Attempt: content.Attempt + 1, Target: later.Key),
                later.Max(outcome => outcome.Delay!.Value),
                cancellationToken);
        }
    }

    private IReadOnlyList<Delivery> Deliveries(NotifyMessage content) =>
    [
        .. content.Items.SelectMany(news => targets.For(news, rules).Select(target => new Delivery(news, target)))
            .SelectMany(delivery => content.Target is null || content.Target == delivery.Target.Key
                ? [delivery]
                : Fallbacks(delivery).Where(other => other.Target.Key == content.Target))
            .DistinctBy(delivery => delivery.Key),
    ];

    private IEnumerable<Delivery> Fallbacks(Delivery delivery)
    {
        for (var next = targets.After(delivery.Target); next is not null; next = targets.After(next))
        {
            yield return delivery with { Target = next };
        }
    }

    private async Task<IReadOnlyList<Delivery>> WithoutSettledAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var settled = (await log.ReadAsync([.. deliveries.Select(delivery => delivery.Key)], cancellationToken))
            .Where(decision => decision.Outcome is NotifyOutcome.Sent or NotifyOutcome.Failed)
            .Select(decision => (decision.Key.AlertId, decision.Key.Reason, decision.Key.Target))
            .ToHashSet();
        return [.. deliveries.Where(delivery => !settled.Contains((delivery.Key.AlertId, delivery.Key.Reason, delivery.Key.Target)))];
    }

    // In turn, because a receiver that is busy for one is busy for all.
    private async Task<IReadOnlyList<Outcome>> SendInTurnAsync(IReadOnlyList<Delivery> deliveries, int attempt, CancellationToken cancellationToken)
    {
        List<Outcome> outcomes = [];
        NotifyResult.RetryAfter? busy = null;
        foreach (var bundle in Bundles(deliveries))
        {
            var target = bundle[0].Target;
            var result = busy ?? await _notifiers[target.Way].SendAsync(target, new Notice([.. bundle.Select(delivery => delivery.News)]), cancellationToken);
            busy = result as NotifyResult.RetryAfter;
            foreach (var delivery in bundle)
            {
                await SettleAsync(delivery, result, attempt, outcomes, cancellationToken);
            }
        }

        return outcomes;
    }

    // Teams takes four messages a second: in a burst a red alert still has its own card, the others share one.
    private static IEnumerable<Delivery[]> Bundles(IReadOnlyList<Delivery> deliveries)
    {
        if (deliveries.Count <= MostSingle)
        {
            return deliveries.Select(delivery => new[] { delivery });
        }

        var red = deliveries.Where(delivery => delivery.News.Alert.Level == AlertLevel.Red).Select(delivery => new[] { delivery });
        return red.Concat(deliveries.Where(delivery => delivery.News.Alert.Level != AlertLevel.Red).Chunk(MostTogether));
    }

    private async Task SettleAsync(Delivery delivery, NotifyResult result, int attempt, List<Outcome> outcomes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (result is NotifyResult.RetryAfter late && now - delivery.News.At > GiveUpAfter)
        {
            result = new NotifyResult.Final($"已重试 24 小时：{late.Reason}");
        }

        NotifyDecision Decision(string outcome, string why) => new(delivery.Key, outcome, why, now, attempt);
        switch (result)
        {
            case NotifyResult.Sent sent:
                outcomes.Add(new Outcome(delivery, Decision(NotifyOutcome.Sent, sent.How)));
                logger.AlertSent(delivery.Key.AlertId, delivery.Key.Reason, delivery.Target.Key);
                return;
            case NotifyResult.RetryAfter retry:
                outcomes.Add(new Outcome(delivery, Decision(NotifyOutcome.Retry, retry.Reason), retry.Delay));
                logger.AlertDelayed(delivery.Key.AlertId, delivery.Target.Key, retry.Delay, retry.Reason);
                return;
            case NotifyResult.Final final:
                outcomes.Add(new Outcome(delivery, Decision(NotifyOutcome.Failed, final.Reason)));
                logger.AlertRefused(delivery.Key.AlertId, delivery.Target.Key, final.Reason);
                if (targets.After(delivery.Target) is { } next)
                {
                    var again = delivery with { Target = next };
                    var other = await _notifiers[next.Way].SendAsync(next, new Notice([again.News]), cancellationToken);
                    await SettleAsync(again, other, attempt, outcomes, cancellationToken);
                }

                return;
        }
    }

    private sealed record Delivery(Announcement News, NotifyTarget Target)
    {
        public NotifyKey Key => new(News.At, News.Alert.Id, News.Reason, Target.Key);
    }

    private sealed record Outcome(Delivery Delivery, NotifyDecision Decision, TimeSpan? Delay = null);
}
