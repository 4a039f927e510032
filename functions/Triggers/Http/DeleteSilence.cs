using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Notify.Silences;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>DELETE /api/silences/{id}</c>: ends a silence; news that was kept back stays untold.</summary>
public sealed class DeleteSilence(SilenceDesk desk)
{
    [Function(nameof(DeleteSilence))]
    [KeyRole(KeyRoles.Admin)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/silences/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        await desk.RemoveAsync(id, cancellationToken)
            ? Results.NoContent()
            : Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no silence of this id; see GET /api/silences.");
}
