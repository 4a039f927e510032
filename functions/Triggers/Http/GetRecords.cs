using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /api/records</c>: masked records with their verdicts.</summary>
public sealed class GetRecords(QueryDesk desk)
{
    [Function(nameof(GetRecords))]
    [KeyRole(KeyRoles.Reader)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/records")] HttpRequest request, CancellationToken cancellationToken) =>
        QueryResult.AnswerAsync(desk, QuerySubject.Records, request, cancellationToken);
}
