using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Limits;

namespace SentimentWatch.Pipeline.Notify.Grouping;

/// <summary>Says what goes at once and what waits for more. Red never waits, orange not outside a burst (it may be an emergency too), a summary is a group already.</summary>
public sealed class Splitter(NotifyRules rules)
{
    // So many messages within a group wait are no burst yet.
    private const int MostInQuiet = 4;

    // From here on a long window of the limits is kept for red and for groups.
    private const double Scarce = 0.5;

    /// <summary>Cuts news of one receiver in two.</summary>
    public (IReadOnlyList<OutgoingNews> AtOnce, IReadOnlyList<OutgoingNews> Waiting) Split(ChannelState state, IReadOnlyList<OutgoingNews> news, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(news);
        if (news.Count == 0)
        {
            return ([], []);
        }

        var used = rules.LimitsOf(news[0].Channel).Used(state.Sent, now);
        var quiet = used < Scarce && state.Sent.Since(now - rules.GroupWait) < MostInQuiet;
        var parts = news.ToLookup(item => !item.MustWait && (item.IsUrgent || item.Summary is not null || (quiet && item.News.Alert.Level == AlertLevel.Orange)));
        return ([.. parts[true]], [.. parts[false].Select(item => Wait(item, state, used, now))]);
    }

    private OutgoingNews Wait(OutgoingNews item, ChannelState state, double used, DateTimeOffset now)
    {
        if (item.IsUrgent)
        {
            return item with { DueAt = now, NotBefore = now };
        }

        var level = item.News.Alert.Level;
        var (due, next) = (now + rules.GroupWait, (state.GroupAt ?? DateTimeOffset.MinValue) + rules.IntervalOf(level, used));
        return item with
        {
            DueAt = next > due ? next : due,
            NotBefore = level == AlertLevel.Blue ? rules.AfterQuiet(now) : now,
        };
    }
}
