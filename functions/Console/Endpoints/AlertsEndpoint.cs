using Microsoft.AspNetCore.Http;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;
using SentimentWatch.Console.Text;

namespace SentimentWatch.Console.Endpoints;

/// <summary><c>GET /console/alerts</c>.</summary>
internal static class AlertsEndpoint
{
    public static async Task<IResult> ShowAsync(HttpContext http, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        var filter = new AlertFilter(
            ConsoleEndpoint.Value(http.Request, "state", Codes.States),
            ConsoleEndpoint.Value(http.Request, "level", Codes.Levels),
            ConsoleEndpoint.Scope(page.SignedIn, ConsoleEndpoint.Value(http.Request, "unit", data.Units.Select(u => u.Code))));
        var (found, isFirst) = await ConsoleEndpoint.PageAsync(
            ConsoleEndpoint.Value(http.Request, "continuation"), from => data.AlertsAsync(filter, from, cancellationToken));
        var seen = found with { Items = [.. found.Items.Where(alert => page.SignedIn.MaySee(alert, data.Roster))] };
        return PageResult.Of<AlertsPage>(page, new AlertsModel(
            ConsoleEndpoint.Frame(page, data),
            filter,
            data.Units,
            seen,
            isFirst ? null : Address(filter, null),
            found.Continuation is null ? null : Address(filter, found.Continuation)));
    }

    private static string Address(AlertFilter filter, string? continuation) => Links.Query(
        Links.Alerts, ("state", filter.State), ("level", filter.Level), ("unit", filter.Unit), ("continuation", continuation));
}
