using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /api/batches/{batchId}</c>: how far a batch is.</summary>
public sealed class GetBatch(BatchStatusReader batches)
{
    [Function(nameof(GetBatch))]
    [KeyRole(KeyRoles.Intake)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/batches/{batchId}")] HttpRequest request,
        string batchId,
        CancellationToken cancellationToken) =>
        await batches.GetAsync(batchId, cancellationToken) is { } status
            ? Results.Json(status, TriggersJson.Plain.BatchStatus)
            : Results.Problem(statusCode: 404, title: "There is no such batch; use the batchId of the 202 answer.");
}
