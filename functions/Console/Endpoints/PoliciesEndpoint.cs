using System.Globalization;
using Microsoft.AspNetCore.Http;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;

namespace SentimentWatch.Console.Endpoints;

/// <summary><c>GET /console/policies</c>. A report speaks of every unit's matters, so unit keys do not open it.</summary>
internal static class PoliciesEndpoint
{
    public static IResult Show(HttpContext http, IConsoleData data)
    {
        var page = PageContext.Of(http);
        return page.SignedIn.SeesAll ? PageResult.Of<PoliciesPage>(page, new PoliciesModel(ConsoleEndpoint.Frame(page, data), data.Policies)) : PageResult.NotFound(page);
    }

    /// <summary>A report, or a year's sheet, in a frame of the console.</summary>
    public static IResult ShowOne(HttpContext http, string name, IConsoleData data)
    {
        var page = PageContext.Of(http);
        return page.SignedIn.SeesAll && TitleOf(name, data) is { } title
            ? PageResult.Of<PolicyFramePage>(page, new PolicyFrameModel(ConsoleEndpoint.Frame(page, data), name, title))
            : PageResult.NotFound(page);
    }

    /// <summary>The report itself, to stand in a sandboxed frame.</summary>
    public static async Task<IResult> ShowPageAsync(HttpContext http, string name, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        if (!page.SignedIn.SeesAll || TitleOf(name, data) is null)
        {
            return PageResult.NotFound(page);
        }

        var html = YearOf(name) is { } year ? await data.PolicySheetAsync(year, cancellationToken) : await data.PolicyReportAsync(name, cancellationToken);
        if (html is null)
        {
            return PageResult.NotFound(page);
        }

        SecurityHeaders.ApplyForDigest(http.Response);
        return Results.Text(html, "text/html; charset=utf-8");
    }

    private static string? TitleOf(string name, IConsoleData data) => YearOf(name) is { } year
        ? string.Create(CultureInfo.InvariantCulture, $"{year} 年度评价表")
        : data.Policies.FirstOrDefault(policy => policy.Code == name)?.Name;

    // A sheet is named by its year alone, which no code of a policy may look like: it would be the sheet's.
    private static int? YearOf(string name) =>
        name.Length == 4 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2100 ? year : null;
}
