using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>POST /api/reviews/{day}/{key}</c>: what a person decided on a doubtful verdict.</summary>
public sealed class PostReview(ReviewDesk desk, KeyRing keys)
{
    [Function(nameof(PostReview))]
    [KeyRole(KeyRoles.Officer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/reviews/{day}/{key}")] HttpRequest request,
        string day,
        string key,
        CancellationToken cancellationToken)
    {
        if (keys.Of(request) is not { } caller)
        {
            return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "The key is not known.");
        }

        var body = await JsonBody.ReadAsync(request, TriggersJson.Plain.ReviewBody, cancellationToken);
        if (body is null)
        {
            return Results.Problem(
                statusCode: StatusCodes.Status400BadRequest, title: """Send the decision as JSON, {"topic":"…","sentiment":"…","urgency":"…","function":"…","note":"…"}; leave out what was not decided.""");
        }

        if (ReviewDays.Parse(day) is not { } on)
        {
            return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "The address names no day; take day and key from GET /api/reviews.");
        }

        var labels = new ReviewLabels(body.Topic, body.Sentiment, body.Urgency, body.Function);
        var answer = await desk.DecideAsync(new ReviewWish(on, key, body.Tag, labels, body.Note, $"{caller.Role} via api"), cancellationToken);
        return answer.Outcome == ReviewOutcome.Done
            ? Results.Json(new ReviewReply(answer.Message), TriggersJson.Plain.ReviewReply)
            : Results.Problem(statusCode: StatusOf(answer.Outcome), title: answer.Message);
    }

    private static int StatusOf(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.NotFound => StatusCodes.Status404NotFound,
        ReviewOutcome.Taken => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}

/// <summary>Body of the request; what is left out was not decided.</summary>
/// <param name="Topic">Topic label.</param>
/// <param name="Sentiment">negative, neutral or positive.</param>
/// <param name="Urgency">routine, urgent or emergency.</param>
/// <param name="Function">Function code.</param>
/// <param name="Note">Why, at most 500 characters.</param>
/// <param name="Tag">The row's tag as it was seen: a decision on a row that has changed since is refused with 409.</param>
public sealed record ReviewBody(
    string? Topic = null, string? Sentiment = null, string? Urgency = null, string? Function = null, string? Note = null, string? Tag = null);

/// <summary>What the decision came to.</summary>
public sealed record ReviewReply(string Message);
