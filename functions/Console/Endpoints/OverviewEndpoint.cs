using Microsoft.AspNetCore.Http;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;
using SentimentWatch.Console.Text;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Console.Endpoints;

/// <summary><c>GET /console</c>.</summary>
internal static class OverviewEndpoint
{
    private const int HotDays = 6;
    private const int HotShown = 6;

    public static async Task<IResult> ShowAsync(HttpContext http, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        var viewer = page.SignedIn;
        var unit = ConsoleEndpoint.Scope(viewer, null);
        var week = data.WeekAsync(ShanghaiTime.DayOf(page.Now), unit, cancellationToken);
        var open = OfAsync(data, new AlertFilter(State: AlertState.Open, Unit: unit), viewer, cancellationToken);
        var returned = OfAsync(data, new AlertFilter(State: AlertState.Returned, Unit: unit), viewer, cancellationToken);
        var red = OfAsync(data, new AlertFilter(Level: "red", Unit: unit), viewer, cancellationToken);
        var orange = OfAsync(data, new AlertFilter(Level: "orange", Unit: unit), viewer, cancellationToken);
        var digests = viewer.SeesAll ? data.DigestsAsync(cancellationToken) : Task.FromResult<IReadOnlyList<DigestKey>>([]);
        var today = ShanghaiTime.DayOf(page.Now);
        var hot = viewer.SeesAll ? data.EventsAsync(today.AddDays(-HotDays), today, cancellationToken) : Task.FromResult<IReadOnlyList<EventLine>>([]);
        List<Alert> waiting = [.. await open, .. await returned];
        List<Alert> grave = [.. await red, .. (await orange).OrderByDescending(a => a.OpenedAt)];
        return PageResult.Of<OverviewPage>(page, new OverviewModel(
            ConsoleEndpoint.Frame(page, data),
            await week,
            [.. waiting.OrderBy(a => a.AcknowledgeBy)],
            [.. grave.Where(a => a.State != AlertState.Closed && !Show.Waits(a))],
            await digests is [var latest, ..] ? latest : null,
            [.. (await hot).Where(line => !line.IsFalse && line.State != "closed").Take(HotShown)],
            http.Request.Query.ContainsKey("refresh")));
    }

    // One page is enough for a board; the list shows the rest.
    private static async Task<IEnumerable<Alert>> OfAsync(IConsoleData data, AlertFilter filter, Viewer viewer, CancellationToken cancellationToken) =>
        (await data.AlertsAsync(filter, null, cancellationToken)).Items.Where(alert => viewer.MaySee(alert, data.Roster));
}
