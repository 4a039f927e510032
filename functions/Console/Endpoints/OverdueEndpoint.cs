using Microsoft.AspNetCore.Http;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Endpoints;

/// <summary><c>GET /console/overdue</c>.</summary>
internal static class OverdueEndpoint
{
    public static async Task<IResult> ShowAsync(HttpContext http, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        var unit = ConsoleEndpoint.Scope(page.SignedIn, ConsoleEndpoint.Value(http.Request, "unit", data.Units.Select(u => u.Code)));
        var lapsed = await data.OverdueAsync(unit, cancellationToken);
        return PageResult.Of<OverduePage>(page, new OverdueModel(
            ConsoleEndpoint.Frame(page, data),
            unit,
            data.Units,
            OverdueDesk.ByUnit(lapsed.SelectMany(one => one.Matters).Where(matter => page.SignedIn.MaySee(matter.Alert, data.Roster)))));
    }
}
