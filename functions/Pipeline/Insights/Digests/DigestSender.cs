using System.Net.Http.Headers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Teams;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>POSTs the card to the reading office's Teams webhook, or to the default one. Nothing it throws holds the address.</summary>
public sealed class DigestSender(IHttpClientFactory clients, TeamsTargets targets, AlertRules rules) : IDigestSender
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <inheritdoc/>
    public bool CanSend => targets.WebhookOf(Target) is not null;

    private string Target => targets.WebhookOf(rules.ReadingOffice) is null ? TeamsTargets.Default : rules.ReadingOffice;

    /// <inheritdoc/>
    public async Task SendAsync(ReadOnlyMemory<byte> card, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(TeamsHttp.ClientOf(Target));
        using var request = new HttpRequestMessage(HttpMethod.Post, targets.WebhookOf(Target)) { Content = new ReadOnlyMemoryContent(card) };
        request.Content.Headers.ContentType = Json;
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw NotTaken($"it answered HTTP {(int)response.StatusCode}");
            }
        }
        catch (HttpRequestException failure)
        {
            throw NotTaken($"the connection failed ({failure.HttpRequestError})");
        }
        catch (ExecutionRejectedException rejected) when (rejected is BrokenCircuitException or TimeoutRejectedException)
        {
            throw NotTaken("it does not answer");
        }
    }

    private InvalidOperationException NotTaken(string why) => new($"The Teams webhook of '{Target}' did not take the digest's card: {why}; run the digest job again.");
}
