using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>POST /api/events/{id}/log</c>: what a person sets right about an event.</summary>
public sealed class PostEventLog(EventDesk desk, KeyRing keys)
{
    [Function(nameof(PostEventLog))]
    [KeyRole(KeyRoles.Officer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/events/{id}/log")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (keys.Of(request) is not { } caller)
        {
            return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "The key is not known.");
        }

        if (await JsonBody.ReadAsync(request, TriggersJson.Plain.EventBody, cancellationToken) is not { Step: { } step } body)
        {
            return Results.Problem(
                statusCode: StatusCodes.Status400BadRequest, title: """Send the step as JSON, {"step":"merge|split|rename|false|restore","to":"…","records":["channel:sourceId"],"title":"…","note":"…"}.""");
        }

        var answer = await desk.TakeAsync(new EventWish(id, step, body.To, body.Records ?? [], body.Title, body.Note, $"{caller.Role} via api"), cancellationToken);
        return answer.Outcome switch
        {
            EventOutcome.Done => Results.Json(new EventReply(answer.Message), TriggersJson.Plain.EventReply),
            EventOutcome.NotFound => Results.Problem(statusCode: StatusCodes.Status404NotFound, title: answer.Message),
            _ => Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: answer.Message),
        };
    }
}

/// <summary>Body of the request.</summary>
/// <param name="Step">merge, split, rename, false or restore.</param>
/// <param name="To">merge: id of the other event; split: id of the event to move the records to, if they belong to one.</param>
/// <param name="Records">split: keys (<c>{channel}:{sourceId}</c>) of the records to take out.</param>
/// <param name="Title">rename: the new title.</param>
/// <param name="Note">Why, at most 500 characters.</param>
public sealed record EventBody(string? Step = null, string? To = null, IReadOnlyList<string>? Records = null, string? Title = null, string? Note = null);

/// <summary>What the step came to.</summary>
public sealed record EventReply(string Message);
