using System.Globalization;
using System.Text;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Grouping;

/// <summary>Puts news together into messages, so that each piece is in exactly one.</summary>
public sealed class Bundler(NotifierSet notifiers, NewsLine lines)
{
    private const int MostSingle = 4;

    // Cards may take this part of what the limits still allow; when they would take more, the news goes as one line each.
    private const int PartForCards = 3;

    /// <summary>The news of one message of the queue: up to four alerts a card each, more of them share cards.</summary>
    public IReadOnlyList<Bundle> AtOnce(IReadOnlyList<OutgoingNews> news, int spare)
    {
        ArgumentNullException.ThrowIfNull(news);
        var (urgent, others) = Parts(news);
        return [.. Urgent(urgent), .. Summaries(news), .. others.Count <= MostSingle ? others.Select(One) : Group(others, spare)];
    }

    /// <summary>News that has waited: red first, a card each for up to four; the rest in as few cards as hold it, or as lines when the limits get tight.</summary>
    public IReadOnlyList<Bundle> Waiting(IReadOnlyList<OutgoingNews> news, int spare)
    {
        ArgumentNullException.ThrowIfNull(news);
        var (urgent, others) = Parts(news);
        return [.. Urgent(urgent), .. Summaries(news), .. Group(others, spare)];
    }

    private static (List<OutgoingNews> Urgent, List<OutgoingNews> Others) Parts(IReadOnlyList<OutgoingNews> news)
    {
        var single = news.Where(item => item.Summary is null)
            .OrderByDescending(item => AlertLevel.RankOf(item.News.Alert.Level)).ThenBy(item => item.News.At).ThenBy(item => item.Id, StringComparer.Ordinal)
            .ToList();
        return (single.FindAll(item => item.IsUrgent), single.FindAll(item => !item.IsUrgent));
    }

    private IEnumerable<Bundle> Urgent(List<OutgoingNews> news) => news.Count <= MostSingle ? news.Select(One) : Cards(news);

    private IEnumerable<Bundle> Group(List<OutgoingNews> news, int spare)
    {
        var allowed = Math.Max(1, spare / PartForCards);
        var cards = Cards(news);
        if (cards.Count <= allowed)
        {
            return cards;
        }

        var orange = Cards(news.FindAll(item => item.News.Alert.Level == AlertLevel.Orange));
        return orange.Count < allowed
            ? [.. orange, .. Lists(news.FindAll(item => item.News.Alert.Level != AlertLevel.Orange))]
            : Lists(news);
    }

    private List<Bundle> Cards(List<OutgoingNews> news)
    {
        List<Bundle> cards = [];
        for (var rest = news; rest.Count > 0;)
        {
            var fits = Math.Clamp(notifiers.Of(rest[0]).Fit([.. rest.Select(item => item.News)]), 1, rest.Count);
            cards.Add(Card(rest[..fits], null, null));
            rest = rest[fits..];
        }

        return cards;
    }

    private IEnumerable<Bundle> Lists(List<OutgoingNews> news)
    {
        for (var rest = news; rest.Count > 0;)
        {
            var (shown, text) = Lines(rest);
            yield return List(rest[..shown], string.Create(CultureInfo.InvariantCulture, $"【{shown} 条预警】短时间内预警较多，逐条列出如下"), text);
            rest = rest[shown..];
        }
    }

    // One message a unit: what does not fit is counted, and told nowhere else.
    private IEnumerable<Bundle> Summaries(IReadOnlyList<OutgoingNews> news) => news
        .Where(item => item.Summary is not null)
        .GroupBy(item => (item.Summary, item.Targets[0].Unit))
        .OrderBy(group => group.Key.Unit, StringComparer.Ordinal)
        .Select(group => Summary(group.Key.Summary!, [.. group.OrderByDescending(item => AlertLevel.RankOf(item.News.Alert.Level)).ThenBy(item => item.News.At)]));

    // One line an alert: after an outage several of its clocks have run out at once.
    private Bundle Summary(string heading, List<OutgoingNews> news)
    {
        var alerts = news.GroupBy(item => item.News.Alert.Id, StringComparer.Ordinal).Select(alert => alert.Select(item => item.News).ToList()).ToList();
        var (shown, text) = Lines(alerts, notifiers.Of(news[0]).LineBudget, lines.OfAlert);
        return List(news, heading, shown == alerts.Count ? text : [.. text, string.Create(CultureInfo.InvariantCulture, $"另有 {alerts.Count - shown} 条预警未列出，请在控制台查看。")]);
    }

    private (int Shown, List<string> Lines) Lines(List<OutgoingNews> news) =>
        Lines(news, notifiers.Of(news[0]).LineBudget, item => lines.Of(item.News));

    private static (int Shown, List<string> Lines) Lines<T>(IEnumerable<T> items, int bytes, Func<T, string> write)
    {
        var budget = bytes - NewsLine.LongestBytes;
        List<string> text = [];
        foreach (var line in items.Select(write))
        {
            budget -= Encoding.UTF8.GetByteCount(line) + 1;
            if (budget < 0 && text.Count > 0)
            {
                break;
            }

            text.Add(line);
        }

        return (text.Count, text);
    }

    private static Bundle One(OutgoingNews item) => Card([item], null, null);

    private static Bundle Card(List<OutgoingNews> items, string? heading, List<string>? text)
    {
        var target = TargetOf(items[0]);
        List<string?> actors = [.. items.Select(item => TargetOf(item)).Select(own => own.MayAct ? own.Unit : null)];
        var alike = actors.TrueForAll(actor => actor == actors[0]);
        return new Bundle(items, target, new Notice([.. items.Select(item => item.News)], heading, text, alike ? null : actors), items.Exists(item => item.IsUrgent));
    }

    private static Bundle List(List<OutgoingNews> items, string heading, List<string> text) =>
        new(items, TargetOf(items[0]), new Notice([], heading, text), items.Exists(item => item.IsUrgent));

    private static NotifyTarget TargetOf(OutgoingNews item) => item.Targets.FirstOrDefault(target => target.MayAct) ?? item.Targets[0];
}
