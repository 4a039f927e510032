using Microsoft.AspNetCore.Http;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;
using SentimentWatch.Console.Text;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Endpoints;

/// <summary><c>GET /console/digests</c>. A digest speaks of every unit, so unit keys do not open it.</summary>
internal static class DigestsEndpoint
{
    public static async Task<IResult> ShowAsync(HttpContext http, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        if (page.SignedIn.SeesAll && ConsoleEndpoint.Day(http.Request, "day") is { } day)
        {
            var period = http.Request.Query["period"] == "week" ? DigestPeriod.Week : DigestPeriod.Day;
            return Results.Redirect(Links.Digest(new DigestKey(period, day)));
        }

        return page.SignedIn.SeesAll
            ? PageResult.Of<DigestsPage>(page, new DigestsModel(ConsoleEndpoint.Frame(page, data), await data.DigestsAsync(cancellationToken)))
            : PageResult.NotFound(page);
    }

    public static IResult ShowOne(HttpContext http, string name, IConsoleData data)
    {
        var page = PageContext.Of(http);
        return page.SignedIn.SeesAll && DigestNames.Parse(name) is { } digest
            ? PageResult.Of<DigestFramePage>(page, new DigestModel(ConsoleEndpoint.Frame(page, data), digest))
            : PageResult.NotFound(page);
    }

    /// <summary>The digest itself, to stand in a sandboxed frame.</summary>
    public static async Task<IResult> ShowPageAsync(HttpContext http, string name, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        if (!page.SignedIn.SeesAll
            || DigestNames.Parse(name) is not { } digest
            || await data.DigestPageAsync(digest, cancellationToken) is not { } html)
        {
            return PageResult.NotFound(page);
        }

        SecurityHeaders.ApplyForDigest(http.Response);
        return Results.Text(html, "text/html; charset=utf-8");
    }
}
