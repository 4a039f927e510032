using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Console.Endpoints;

/// <summary><c>GET</c> and <c>POST /console/events/{id}</c>.</summary>
internal static class EventEndpoint
{
    // A form takes 32 values at most.
    private const int MembersShown = 20;
    private const int OthersDays = 30;
    private const int OthersShown = 100;

    public static async Task<IResult> ShowAsync(HttpContext http, string id, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        if (await EventAccess.FindAsync(page.SignedIn, id, data, cancellationToken) is not { } file)
        {
            return PageResult.NotFound(page);
        }

        var model = await ModelAsync(http, page, data, file, id, cancellationToken);
        return PageResult.Of<EventDetailPage>(page, model with { Done = ConsoleEndpoint.Value(http.Request, "done", EventSteps.All) });
    }

    public static async Task<IResult> CorrectAsync(
        HttpContext http, string id, IConsoleData data, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        var viewer = page.SignedIn;
        if (!viewer.SeesAll || await data.EventAsync(id, cancellationToken) is not { } file)
        {
            return PageResult.NotFound(page);
        }

        if (!viewer.MayReview)
        {
            return PageResult.Message(page, StatusCodes.Status403Forbidden, "无权更正", "您的口令只能查阅，不能更正热点。");
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var by = viewer.Role.ToString().ToLowerInvariant() + " via console";
        var step = form["step"].ToString();
        var answer = await data.CorrectAsync(
            new EventWish(file.Event.Id, step, Text(form["to"]), [.. form["records"].OfType<string>()], Text(form["title"]), Text(form["note"]), by), cancellationToken);
        Log.Corrected(loggers.CreateLogger(typeof(EventEndpoint)), EventSteps.All.Contains(step) ? step : "?", file.Event.Id, by, answer.Outcome);
        if (answer.Outcome == EventOutcome.Done)
        {
            // 303, so that reloading the page sends nothing again.
            http.Response.Headers.Location = Links.Query(Links.Event(file.Event.Id), ("done", step));
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }

        var model = await ModelAsync(http, page, data, file, file.Event.Id, cancellationToken);
        return PageResult.Of<EventDetailPage>(page, model with { Error = answer.Message }, StatusCodes.Status422UnprocessableEntity);
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static async Task<EventModel> ModelAsync(
        HttpContext http, PageContext page, IConsoleData data, EventFile file, string asked, CancellationToken cancellationToken)
    {
        var one = file.Event;
        var skip = int.TryParse(ConsoleEndpoint.Value(http.Request, "skip"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted < one.Members.Count ? wanted : 0;
        var (today, viewer) = (ShanghaiTime.DayOf(page.Now), page.SignedIn);
        var members = data.EventRecordsAsync([.. one.Members.Reverse().Skip(skip).Take(MembersShown)], cancellationToken);
        var others = page.SignedIn.MayReview ? (await data.EventsAsync(today.AddDays(-OthersDays), today, cancellationToken)).Where(line => line.EventId != one.Id).Take(OthersShown) : [];
        return new EventModel(
            ConsoleEndpoint.Frame(page, data),
            file,
            asked,
            [.. (await members).Where(member => viewer.Unit is not { } unit || !Shield.Hides(member.Verdict.Routing.Recused, unit, data.Roster))],
            skip + MembersShown < one.Members.Count ? Links.Query(Links.Event(one.Id), ("skip", (skip + MembersShown).ToString(CultureInfo.InvariantCulture))) : null,
            skip == 0 ? null : Links.Event(one.Id),
            one.AlertId is { } alert && await data.AlertAsync(alert, cancellationToken) is { } opened && viewer.MaySee(opened.Alert, data.Roster) ? opened.Alert : null,
            [.. others]);
    }
}
