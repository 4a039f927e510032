using System.Globalization;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Ack;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Words;

/// <summary>Puts news into words for the unit that a message speaks to; the ways only escape, cut and draw them.</summary>
public sealed class NewsSheets(IUnitNames units, AckOffer offer, AckLinks links, PublicAddress address, ClockWords clocks, DeadlineWords deadlines)
{
    private const int MostNames = 6;

    /// <summary>Where a list of all alerts can be seen; null when there is no public address.</summary>
    public string? AllPage => address.LinkTo("console/alerts");

    /// <summary>The sheet of the piece of news at <paramref name="index"/>, for whom the notice speaks to.</summary>
    public NewsSheet Of(Notice notice, int index, NotifyTarget target)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(target);
        return Of(notice.News[index], target.Unit, notice.ActorOf(index, target));
    }

    /// <summary>The sheet of one piece of news, as large as it gets: with the links of the lead unit.</summary>
    public NewsSheet Largest(Announcement news)
    {
        ArgumentNullException.ThrowIfNull(news);
        return Of(news, news.Alert.Unit, news.Alert.Unit);
    }

    private NewsSheet Of(Announcement news, string unit, string? actor)
    {
        var alert = news.Alert;
        var reader = actor ?? unit;
        var role = RoleOf(alert, reader);
        var kind = NewsKind.Of(news.Reason);
        return new NewsSheet(
            alert.Id,
            alert.Level,
            kind.Tone ?? alert.Level,
            $"{AlertLevel.NameOf(alert.Level)}预警·{kind.LabelFor(role)}",
            alert.Title,
            new NewsLead(units, clocks).Of(news, role, reader),
            NoteOf(news),
            deadlines.Of(alert, news.At),
            FactsOf(alert, news.At),
            alert.Excerpt,
            actor is null ? [] : Actions(alert, actor),
            address.LinkTo($"console/alerts/{alert.Id}"))
        {
            ExcerptName = alert.OfEvent ? "代表诉求（已脱敏）" : "最早一条诉求（已脱敏）",
            EventPage = alert.Event is { HasHidden: false } one ? address.LinkTo($"console/events/{one.Id}") : null,
        };
    }

    /// <summary>The links by which a unit may act on an alert as it stands.</summary>
    public IReadOnlyList<NewsLink> Actions(Alert alert, string unit) =>
    [
        .. AckAction.All
            .Where(action => offer.Allows(alert, unit, action))
            .Select(action => (action, url: links.LinkFor(alert, unit, action)))
            .Where(link => link.url is not null)
            .Select(link => new NewsLink(link.action, AckAction.NameOf(link.action), link.url!)),
    ];

    private static NewsRole RoleOf(Alert alert, string reader) =>
        reader == alert.Unit ? NewsRole.Lead
        : alert.Support.Contains(reader) ? NewsRole.Support
        : NewsRole.Office;

    // What people wrote; the product's own entries say nothing that the message does not say.
    private static NewsFact? NoteOf(Announcement news) =>
        NewsKind.Of(news.Reason).NoteName is { } name && !string.IsNullOrWhiteSpace(news.Note) ? new NewsFact(name, news.Note) : null;

    private List<NewsFact> FactsOf(Alert alert, DateTimeOffset at)
    {
        List<NewsFact> facts =
        [
            new("编号", $"{alert.Id}（{AlertState.NameOf(alert.State)}{(alert.Supervised ? "，督办" : "")}）"),
            new("主办", units.NameOf(alert.Unit)),
        ];
        if (alert.Support.Count > 0)
        {
            facts.Add(new("协办", Names(alert.Support, code => units.NameOf(code) + (alert.AcknowledgedSupport.Contains(code) ? "（已签收）" : ""))));
        }

        if (!alert.OfEvent || !string.IsNullOrEmpty(alert.Place))
        {
            facts.Add(new("地点", string.IsNullOrEmpty(alert.Place) ? "未能识别" : alert.Place));
        }

        if (!alert.OfEvent)
        {
            facts.Add(new("诉求", string.Create(CultureInfo.InvariantCulture, $"{alert.RecordCount} 条（{Names(alert.Channels, Channels.NameOf)}）")));
        }

        facts.AddRange(alert.Event is { } one ? EventWords.Of(one, alert.OfEvent, at) : []);
        if (alert.Why.Length > 0)
        {
            facts.Add(new("依据", alert.Why));
        }

        return facts;
    }

    private static string Names(IReadOnlyList<string> codes, Func<string, string> name)
    {
        var shown = string.Join('、', codes.Take(MostNames).Select(name));
        return codes.Count <= MostNames ? shown : string.Create(CultureInfo.InvariantCulture, $"{shown} 等 {codes.Count} 个");
    }
}
