using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Console.Ack;
using SentimentWatch.Pipeline.Notify.Ack;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>POST /ack/{token}</c>: acknowledges; the signed token is all that is asked.</summary>
public sealed class PostAck(AckDesk desk)
{
    [Function(nameof(PostAck))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "ack/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        new AckResult(await desk.AcknowledgeAsync(token, cancellationToken));
}
