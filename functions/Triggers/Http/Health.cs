using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /health</c>: the process answers.</summary>
public sealed class Health
{
    [Function(nameof(Health))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        Results.Text("""{"status":"ok"}""", "application/json");
}
