using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /api/responsiveness</c>: how fast units take up, answer and close.</summary>
public sealed class GetResponsiveness(QueryDesk desk)
{
    [Function(nameof(GetResponsiveness))]
    [KeyRole(KeyRoles.Reader)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/responsiveness")] HttpRequest request, CancellationToken cancellationToken) =>
        QueryResult.AnswerAsync(desk, QuerySubject.Responsiveness, request, cancellationToken);
}
