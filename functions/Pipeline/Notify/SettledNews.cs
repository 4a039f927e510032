using SentimentWatch.Pipeline.Notify.Grouping;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Tells from the notify log what is left to do of news that may have been handled before.</summary>
public sealed class SettledNews(INotifyLog log, NotifyTargets targets)
{
    /// <summary>
    /// News that was handled before: what is in the log as sent or skipped is done; what failed is looked up at the next receiver,
    /// and so on; what is in the log as waiting goes into the outbox again, in case it is not there, and is checked once more when it is flushed.
    /// </summary>
    public async Task<IReadOnlyList<OutgoingNews>> OpenAsync(IReadOnlyList<OutgoingNews> news, CancellationToken cancellationToken)
    {
        var outcomes = await OutcomesAsync(news, cancellationToken);
        return [.. news
            .SelectMany(item => item.Targets.Select(target => (Item: item, Follow(item, target, outcomes).Target, Follow(item, target, outcomes).Waits)).Where(found => found.Target is not null))
            .GroupBy(found => (found.Item.News.Alert.Id, found.Item.News.Reason, found.Target!.Channel, Sole(found.Item)))
            .Select(group => group.First().Item with
            {
                Targets = [.. group.Select(found => found.Target!).Distinct()],
                Recheck = true,
                MustWait = group.Any(found => found.Waits),
            })];
    }

    private (NotifyTarget? Target, bool Waits) Follow(OutgoingNews item, NotifyTarget? target, Dictionary<(string, string, string), string> outcomes)
    {
        while (target is not null && outcomes.TryGetValue((item.News.Alert.Id, item.News.Reason, target.Key), out var outcome))
        {
            if (outcome is NotifyOutcome.Held or NotifyOutcome.Retry)
            {
                return (target, true);
            }

            if (outcome != NotifyOutcome.Failed)
            {
                return (null, false);
            }

            target = targets.After(target);
        }

        return (target, false);
    }

    // The items of a summary stay apart by unit.
    private static string Sole(OutgoingNews item) => item.Summary is null ? "" : item.Targets[0].Unit;

    private async Task<Dictionary<(string AlertId, string Reason, string Target), string>> OutcomesAsync(IReadOnlyList<OutgoingNews> news, CancellationToken cancellationToken)
    {
        Dictionary<(string, string, string), string> outcomes = [];
        foreach (var decision in await log.ReadAsync([.. news.SelectMany(item => item.Keys)], cancellationToken))
        {
            outcomes[(decision.Key.AlertId, decision.Key.Reason, decision.Key.Target)] = decision.Outcome;
        }

        return outcomes;
    }
}
