using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Notify.Silences;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>POST /api/silences</c>: keeps news back until a time; red alerts only by their id.</summary>
public sealed class PostSilence(SilenceDesk desk)
{
    [Function(nameof(PostSilence))]
    [KeyRole(KeyRoles.Admin)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/silences")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (await JsonBody.ReadAsync(request, TriggersJson.Plain.SilenceWish, cancellationToken) is not { } wish)
        {
            return Results.Problem(
                statusCode: StatusCodes.Status400BadRequest, title: """Send the silence as JSON, {"unit":"…","kind":"…","place":"…","alertId":"…","reason":"…","author":"…","until":"2026-11-24T18:00:00+08:00"}.""");
        }

        var answer = await desk.AddAsync(wish, cancellationToken);
        return answer.Silence is { } silence
            ? Results.Json(silence, TriggersJson.Plain.Silence, statusCode: StatusCodes.Status201Created)
            : Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: answer.Refusal);
    }
}
