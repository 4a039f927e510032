using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /api/alerts</c>: alerts and their state.</summary>
public sealed class GetAlerts(QueryDesk desk)
{
    [Function(nameof(GetAlerts))]
    [KeyRole(KeyRoles.Reader)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/alerts")] HttpRequest request, CancellationToken cancellationToken) =>
        QueryResult.AnswerAsync(desk, QuerySubject.Alerts, request, cancellationToken);
}
