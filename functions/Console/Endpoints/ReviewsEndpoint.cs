using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Endpoints;

/// <summary><c>GET /console/reviews</c> and <c>POST /console/reviews/{day}/{key}</c>. The list speaks of every unit, so unit keys do not open it.</summary>
internal static class ReviewsEndpoint
{
    public static async Task<IResult> ShowAsync(HttpContext http, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        if (!page.SignedIn.SeesAll)
        {
            return PageResult.NotFound(page);
        }

        var day = ConsoleEndpoint.Day(http.Request, "day");
        var model = await ModelAsync(page, data, day, ConsoleEndpoint.Value(http.Request, "continuation"), cancellationToken);
        return PageResult.Of<ReviewsPage>(page, model with { Done = ConsoleEndpoint.Value(http.Request, "done") });
    }

    public static async Task<IResult> DecideAsync(
        HttpContext http, string day, string key, IConsoleData data, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        var viewer = page.SignedIn;
        if (!viewer.SeesAll || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
        {
            return PageResult.NotFound(page);
        }

        if (!viewer.MayReview)
        {
            return PageResult.Message(page, StatusCodes.Status403Forbidden, "无权复核", "您的口令只能查阅，不能复核。");
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var labels = new ReviewLabels(Text(form["topic"]), Text(form["sentiment"]), Text(form["urgency"]), Text(form["function"]));
        var note = form["note"].ToString();
        var by = viewer.Role.ToString().ToLowerInvariant() + " via console";
        var answer = await data.DecideAsync(new ReviewWish(on, key, Text(form["tag"]), labels, note, by), cancellationToken);
        Log.Reviewed(loggers.CreateLogger(typeof(ReviewsEndpoint)), day, by, answer.Outcome);
        var filter = Text(form["filter"]) is { } asked && DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown)
            ? shown
            : (DateOnly?)null;
        if (answer.Outcome == ReviewOutcome.Done)
        {
            // 303, so that reloading the page sends nothing again.
            http.Response.Headers.Location = Links.Query(Links.Reviews, ("day", filter is { } kept ? DayText.Iso(kept) : null), ("done", Text(form["id"])));
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }

        var model = await ModelAsync(page, data, filter, null, cancellationToken);
        var draft = answer.Outcome == ReviewOutcome.Invalid ? new ReviewDraft(key, labels, note) : null;
        return PageResult.Of<ReviewsPage>(page, model with { Error = answer.Message, Draft = draft }, StatusOf(answer.Outcome));
    }

    private static int StatusOf(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.NotFound => StatusCodes.Status404NotFound,
        ReviewOutcome.Taken => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static async Task<ReviewsModel> ModelAsync(
        PageContext page, IConsoleData data, DateOnly? day, string? continuation, CancellationToken cancellationToken)
    {
        var (found, isFirst) = await ConsoleEndpoint.PageAsync(continuation, from => data.ReviewsAsync(day, from, cancellationToken));
        var filter = day is { } shown ? DayText.Iso(shown) : null;
        return new ReviewsModel(
            ConsoleEndpoint.Frame(page, data),
            day,
            data.ReviewChoices,
            found,
            isFirst ? null : Links.Query(Links.Reviews, ("day", filter)),
            found.Continuation is null ? null : Links.Query(Links.Reviews, ("day", filter), ("continuation", found.Continuation)));
    }
}
