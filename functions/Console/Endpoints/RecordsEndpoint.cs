using System.Globalization;
using Microsoft.AspNetCore.Http;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;
using SentimentWatch.Console.Text;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Console.Endpoints;

/// <summary><c>GET /console/records</c> and <c>/console/records/{channel}/{id}</c>.</summary>
internal static class RecordsEndpoint
{
    /// <summary>Days that the list shows unless the filter says otherwise.</summary>
    private const int DefaultDays = 7;

    public static async Task<IResult> ShowAsync(HttpContext http, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        var filter = Filter(http.Request, page, data);
        var continuation = ConsoleEndpoint.Value(http.Request, "continuation");
        var found = await data.RecordsAsync(filter, continuation, cancellationToken);
        return PageResult.Of<RecordsPage>(page, new RecordsModel(
            ConsoleEndpoint.Frame(page, data),
            filter,
            data.Units,
            found with { Items = [.. found.Items.Where(r => MaySee(page.SignedIn, r))] },
            continuation is null ? null : Address(filter, null),
            found.Continuation is null ? null : Address(filter, found.Continuation)));
    }

    public static async Task<IResult> ShowOneAsync(
        HttpContext http, string channel, string sourceId, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        // Routing leaves an escaped slash as it is; every other character comes decoded.
        var id = sourceId.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var record = Channels.IsKnown(channel)
            ? await data.RecordAsync(channel, id, Day(http.Request, "day"), cancellationToken)
            : null;
        return record is null || !MaySee(page.SignedIn, record)
            ? PageResult.NotFound(page)
            : PageResult.Of<RecordDetailPage>(page, new RecordModel(ConsoleEndpoint.Frame(page, data), record));
    }

    private static bool MaySee(Viewer viewer, StoredRecord stored) =>
        viewer.MaySee(stored.Verdict.Routing.Lead, stored.Verdict.Routing.Support, stored.Verdict.Routing.Recused);

    private static RecordFilter Filter(HttpRequest request, PageContext page, IConsoleData data)
    {
        var today = Show.Day(page.Now);
        var to = Day(request, "to") ?? today;
        var from = Day(request, "from") ?? to.AddDays(1 - DefaultDays);
        return new RecordFilter(
            from > to ? to : from,
            from > to ? from : to,
            ConsoleEndpoint.Value(request, "channel", Channels.All),
            ConsoleEndpoint.Scope(page.SignedIn, ConsoleEndpoint.Value(request, "unit", data.Units.Select(u => u.Code))),
            ConsoleEndpoint.Value(request, "level", Labels.Urgencies),
            Text: ConsoleEndpoint.Value(request, "q") is { } text ? Clip.Text(text, 60) : null);
    }

    // Ten years either way: days beyond that only come from a hand that tries.
    private static DateOnly? Day(HttpRequest request, string name) =>
        DateOnly.TryParseExact(request.Query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 2000 and <= 2100
            ? day
            : null;

    private static string Address(RecordFilter filter, string? continuation) => Links.Query(
        Links.Records,
        ("from", Show.Field(filter.From)),
        ("to", Show.Field(filter.To)),
        ("channel", filter.Channel),
        ("unit", filter.Unit),
        ("level", filter.Level),
        ("q", filter.Text),
        ("continuation", continuation));
}
