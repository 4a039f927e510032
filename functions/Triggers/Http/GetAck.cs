using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Console.Ack;
using SentimentWatch.Pipeline.Notify.Ack;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /ack/{token}</c>: shows what would be acknowledged. Mail and chat scanners open links, so it changes nothing.</summary>
public sealed class GetAck(AckDesk desk)
{
    [Function(nameof(GetAck))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ack/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        new AckResult(await desk.ShowAsync(token, cancellationToken));
}
