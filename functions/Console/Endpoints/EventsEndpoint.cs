using System.Globalization;
using Microsoft.AspNetCore.Http;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;
using SentimentWatch.Console.Text;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Console.Endpoints;

/// <summary><c>GET /console/events</c>. An event speaks of several units' matters, so unit keys do not open the board.</summary>
internal static class EventsEndpoint
{
    private const int DefaultDays = 14;
    private const int LongestDays = 366;
    private const int Shown = 40;
    private const int TopicsShown = 20;

    public static async Task<IResult> ShowAsync(HttpContext http, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        if (!page.SignedIn.SeesAll)
        {
            return PageResult.NotFound(page);
        }

        var filter = Filter(http.Request, page, data);
        var found = (await data.EventsAsync(filter.From, filter.To, cancellationToken)).Where(line => Holds(filter, line)).ToList();
        var skip = int.TryParse(ConsoleEndpoint.Value(http.Request, "skip"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked < found.Count ? asked : 0;
        IReadOnlyList<TopicBurst> topics = filter.State is null && skip == 0 ? [.. (await data.TopicBurstsAsync(filter.From, filter.To, cancellationToken)).Where(burst => Holds(filter, burst)).Take(TopicsShown)] : [];
        return PageResult.Of<EventsPage>(page, new EventsModel(
            ConsoleEndpoint.Frame(page, data),
            filter,
            data.Units,
            [.. found.Skip(skip).Take(Shown)],
            found.Count,
            skip == 0 ? null : Address(filter, null),
            skip + Shown < found.Count ? Address(filter, (skip + Shown).ToString(CultureInfo.InvariantCulture)) : null,
            topics));
    }

    private static EventFilter Filter(HttpRequest request, PageContext page, IConsoleData data)
    {
        var to = ConsoleEndpoint.Day(request, "to") ?? ShanghaiTime.DayOf(page.Now);
        var from = ConsoleEndpoint.Day(request, "from") ?? to.AddDays(1 - DefaultDays);
        var (first, last) = from > to ? (to, from) : (from, to);
        return new EventFilter(
            last.DayNumber - first.DayNumber < LongestDays ? first : last.AddDays(1 - LongestDays),
            last,
            ConsoleEndpoint.Value(request, "level", Codes.Levels),
            ConsoleEndpoint.Value(request, "state", Codes.EventStates),
            ConsoleEndpoint.Value(request, "channel", Channels.All),
            ConsoleEndpoint.Value(request, "unit", data.Units.Select(unit => unit.Code)));
    }

    private static bool Holds(EventFilter filter, EventLine line) =>
        (filter.State == "false" ? line.IsFalse : !line.IsFalse && (filter.State is null || line.State == filter.State))
        && (filter.Level is null || line.Level == filter.Level)
        && (filter.Channel is null || line.Channels.Contains(filter.Channel))
        && (filter.Unit is null || line.Lead == filter.Unit);

    private static bool Holds(EventFilter filter, TopicBurst burst) =>
        (filter.Level is null || burst.Level == filter.Level)
        && (filter.Channel is null || burst.Channels.Contains(filter.Channel))
        && (filter.Unit is null || burst.Lead == filter.Unit);

    private static string Address(EventFilter filter, string? skip) => Links.Query(
        Links.Events,
        ("from", DayText.Iso(filter.From)),
        ("to", DayText.Iso(filter.To)),
        ("level", filter.Level),
        ("state", filter.State),
        ("channel", filter.Channel),
        ("unit", filter.Unit),
        ("skip", skip));
}
