using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Scoring;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /health/ready</c>: the storage answers and the model is loaded; 503 when not.</summary>
public sealed class HealthReady(StorageProbe storage, CurrentModel models, ILogger<HealthReady> logger)
{
    [Function(nameof(HealthReady))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (await storage.FaultAsync(cancellationToken) is not { } fault)
        {
            return Results.Json(new Readiness("ready", models.Take().Version), TriggersJson.Plain.Readiness);
        }

        TriggerLog.NotReady(logger, fault);
        return Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "The storage does not answer; the operators' log says why.");
    }
}

/// <summary>What a load balancer is told.</summary>
public sealed record Readiness(string Status, string Model);
