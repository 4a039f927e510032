using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /api/reviews?day=&amp;limit=&amp;continuation=</c>: doubtful verdicts that wait for a person, newest first.</summary>
public sealed class GetReviews(ReviewDesk desk)
{
    private const int DefaultSize = 50;

    [Function(nameof(GetReviews))]
    [KeyRole(KeyRoles.Reader)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/reviews")] HttpRequest request, CancellationToken cancellationToken)
    {
        DateOnly? day = null;
        if (request.Query["day"].ToString() is { Length: > 0 } asked)
        {
            day = ReviewDays.Parse(asked);
            if (day is null)
            {
                return Bad("'day' is not a day; write it as 2026-11-24.");
            }
        }

        var size = DefaultSize;
        if (request.Query["limit"].ToString() is { Length: > 0 } limit
            && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > 100))
        {
            return Bad("'limit' is not a number from 1 to 100.");
        }

        try
        {
            var continuation = request.Query["continuation"].ToString();
            var page = await desk.OpenAsync(day, size, continuation.Length == 0 ? null : continuation, cancellationToken);
            request.HttpContext.Response.Headers.CacheControl = "no-store";
            return Results.Json(new Answer<ReviewItem>(page.Items, page.Continuation), TriggersJson.Plain.AnswerReviewItem);
        }
        catch (FormatException)
        {
            return Bad("'continuation' is damaged or belongs to another day; start again without it.");
        }
    }

    private static IResult Bad(string title) => Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: title);
}

/// <summary>Days in the addresses of reviews.</summary>
internal static class ReviewDays
{
    /// <summary><c>2026-11-24</c> or <c>20261124</c>; null for anything else.</summary>
    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100
            ? day
            : null;
}
