using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Finds the receivers of news. The lead and every supporting unit get a message with links of their own; a receiver that serves several of them gets one.</summary>
public sealed class NewsRouter(NotifyTargets targets, AlertRules rules, IUnitNames units)
{
    /// <summary>The news by receiver, in the order of the announcements.</summary>
    public IReadOnlyList<OutgoingNews> Route(IReadOnlyList<Announcement> announcements) =>
    [
        .. announcements.SelectMany(news => Audience.Of(news, rules.ReadingOffice, units)
            .SelectMany(unit => targets.To(unit, MayAct(news.Alert, unit)))
            .GroupBy(target => target.Channel, StringComparer.OrdinalIgnoreCase)
            .Select(group => new OutgoingNews(news, [.. group.Distinct().OrderByDescending(target => target.MayAct)]))),
    ];

    private static bool MayAct(Alert alert, string unit) => unit == alert.Unit || alert.Support.Contains(unit);
}
