using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Notify.Silences;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /api/silences</c>: what is not told at present, who said so, why and until when.</summary>
public sealed class GetSilences(SilenceDesk desk)
{
    [Function(nameof(GetSilences))]
    [KeyRole(KeyRoles.Reader)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/silences")] HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(new Answer<Silence>(await desk.ListAsync(cancellationToken), null), TriggersJson.Plain.AnswerSilence);
    }
}
