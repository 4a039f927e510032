using System.Globalization;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>What the clocks of a run bring about, arranged so that no unit is flooded: one summary a unit after an outage or in a storm, else a card for each.</summary>
/// <param name="Single">News that gets cards of its own.</param>
/// <param name="Summaries">Heading and news of one unit each.</param>
internal sealed record ClockNews(IReadOnlyList<ClockAnnouncement> Single, IReadOnlyList<(string Heading, IReadOnlyList<Announcement> Items)> Summaries)
{
    private const int MostSingle = 4;

    /// <summary>Arranges news; <paramref name="audience"/> says which units a piece is for.</summary>
    public static ClockNews Of(IReadOnlyList<ClockAnnouncement> news, Func<Announcement, IReadOnlyList<string>> audience, DateTimeOffset now)
    {
        var byUnit = news
            .SelectMany(item => audience(item.News).Select(unit => (Unit: unit, Item: item)))
            .GroupBy(pair => pair.Unit, pair => pair.Item, StringComparer.Ordinal)
            .ToList();
        var summed = byUnit.Where(unit => unit.Count() > MostSingle || unit.Any(item => IsLate(item, now))).ToList();
        var single = byUnit.Except(summed).Select(unit => unit.Key).ToHashSet(StringComparer.Ordinal);
        return new ClockNews(
            [.. news
                .Select(item => item with { News = item.News with { To = [.. audience(item.News).Where(single.Contains)] } })
                .Where(item => item.News.To is { Count: > 0 })],
            [.. summed.Select(unit => (Heading([.. unit], now), Items(unit)))]);
    }

    // The gravest first: a message that cannot hold them all must not leave out a red one.
    private static IReadOnlyList<Announcement> Items(IGrouping<string, ClockAnnouncement> unit) =>
    [
        .. unit
            .OrderByDescending(item => AlertLevel.RankOf(item.News.Alert.Level))
            .ThenBy(item => item.DueAt)
            .Select(item => item.News with { To = [unit.Key] }),
    ];

    private static bool IsLate(ClockAnnouncement item, DateTimeOffset now) => now - item.DueAt > ClockStep.Punctual;

    private static string Heading(IReadOnlyList<ClockAnnouncement> items, DateTimeOffset now)
    {
        var why = items.Any(item => IsLate(item, now)) ? "系统中断后补发" : "时限集中提示";
        var kinds = items
            .GroupBy(item => NameOf(item.News.Reason))
            .OrderByDescending(group => group.Count())
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Count()} 次"));
        var alerts = items.Select(item => item.News.Alert.Id).Distinct(StringComparer.Ordinal).Count();
        return string.Create(CultureInfo.InvariantCulture, $"{why}：{alerts} 条预警（{string.Join("、", kinds)}）");
    }

    private static string NameOf(string reason) => reason switch
    {
        _ when reason.StartsWith(AnnouncementReason.EscalatedPrefix, StringComparison.Ordinal) => AlertStep.Escalated,
        _ when reason.StartsWith(AnnouncementReason.YellowPrefix, StringComparison.Ordinal) => AlertStep.YellowCard,
        _ when reason.StartsWith(AnnouncementReason.RedPrefix, StringComparison.Ordinal) => AlertStep.RedCard,
        _ => AlertStep.Reminded,
    };
}
