using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /api/events</c>: merged events.</summary>
public sealed class GetEvents(QueryDesk desk)
{
    [Function(nameof(GetEvents))]
    [KeyRole(KeyRoles.Reader)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/events")] HttpRequest request, CancellationToken cancellationToken) =>
        QueryResult.AnswerAsync(desk, QuerySubject.Events, request, cancellationToken);
}
