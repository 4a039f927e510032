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
        var (found, isFirst) = await ConsoleEndpoint.PageAsync(
            ConsoleEndpoint.Value(http.Request, "continuation"), start => data.RecordsAsync(filter, start, cancellationToken));
        return PageResult.Of<RecordsPage>(page, new RecordsModel(
            ConsoleEndpoint.Frame(page, data),
            filter,
            data.Units,
            found with { Items = [.. found.Items.Where(r => MaySee(page.SignedIn, r, data))] },
            isFirst ? null : Address(filter, null),
            found.Continuation is null ? null : Address(filter, found.Continuation)));
    }

    public static async Task<IResult> ShowOneAsync(
        HttpContext http, string channel, string sourceId, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        // Routing leaves an escaped slash as it is; every other character comes decoded.
        var id = sourceId.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        // A table is read by its keys alone, and the day is one of them; links carry it.
        var record = Channels.IsKnown(channel) && ConsoleEndpoint.Day(http.Request, "day") is { } day
            ? await data.RecordAsync(channel, id, day, cancellationToken)
            : null;
        if (record is null || !MaySee(page.SignedIn, record, data))
        {
            return PageResult.NotFound(page);
        }

        var file = record.EventId is { } one ? await EventAccess.FindAsync(page.SignedIn, one, data, cancellationToken) : null;
        return PageResult.Of<RecordDetailPage>(page, new RecordModel(ConsoleEndpoint.Frame(page, data), record, file is null ? null : Links.Event(record.EventId!)));
    }

    private static bool MaySee(Viewer viewer, StoredRecord stored, IConsoleData data) =>
        viewer.MaySee(stored.Verdict.Routing.Lead, stored.Verdict.Routing.Support, stored.Verdict.Routing.Recused, data.Roster);

    private static RecordFilter Filter(HttpRequest request, PageContext page, IConsoleData data)
    {
        var today = ShanghaiTime.DayOf(page.Now);
        var to = ConsoleEndpoint.Day(request, "to") ?? today;
        var from = ConsoleEndpoint.Day(request, "from") ?? to.AddDays(1 - DefaultDays);
        return new RecordFilter(from > to ? to : from, from > to ? from : to)
        {
            Channel = ConsoleEndpoint.Value(request, "channel", Channels.All),
            Unit = ConsoleEndpoint.Scope(page.SignedIn, ConsoleEndpoint.Value(request, "unit", data.Units.Select(u => u.Code))),
            Level = ConsoleEndpoint.Value(request, "level", Codes.Urgencies),
            Text = ConsoleEndpoint.Value(request, "q") is { Length: <= 60 } text ? text : null,
        };
    }

    private static string Address(RecordFilter filter, string? continuation) => Links.Query(
        Links.Records,
        ("from", DayText.Iso(filter.From)),
        ("to", DayText.Iso(filter.To)),
        ("channel", filter.Channel),
        ("unit", filter.Unit),
        ("level", filter.Level),
        ("q", filter.Text),
        ("continuation", continuation));
}
