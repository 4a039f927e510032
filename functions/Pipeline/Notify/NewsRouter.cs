using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Grouping;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Finds the receivers of news; a receiver that serves several of the units concerned gets it once.</summary>
public sealed class NewsRouter(NotifyTargets targets, AlertRules rules)
{
    /// <summary>The news by receiver, in the order of the announcements.</summary>
    public IReadOnlyList<OutgoingNews> Route(IReadOnlyList<Announcement> announcements) =>
    [
        .. announcements.SelectMany(news => targets.For(news, rules)
            .GroupBy(target => target.Channel, StringComparer.OrdinalIgnoreCase)
            .Select(group => new OutgoingNews(news, [.. group.Distinct().OrderByDescending(target => target.MayAct)]))),
    ];
}
