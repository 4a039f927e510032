using System.Runtime.CompilerServices;
using SentimentWatch.Pipeline.Notify;

namespace SentimentWatch.SelfHost.Doctor;

/// <summary>Webhooks have usable addresses and somebody answers there; nothing is posted and no address is shown.</summary>
internal sealed class WebhookCheck(IConfiguration configuration) : ICheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public string Name => "webhooks";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        NotifyTargets? targets = null;
        var fault = "";
        try
        {
            targets = NotifyTargets.Read(configuration);
        }
        catch (InvalidOperationException e)
        {
            fault = e.Message;
        }

        if (targets is null)
        {
            yield return Finding.Fault(fault);
            yield break;
        }

        if (targets.All.Count == 0)
        {
            yield return Finding.Ok("none is set: alerts are shown on the console only; set SentimentWatch__Notify__Teams__default__Url");
        }

        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Limit };
        foreach (var (way, name) in targets.All.Order())
        {
            yield return await AnswersAsync(client, targets.EndpointOf(way, name)!.Url, cancellationToken)
                ? Finding.Ok($"{name} ({way}) is reachable")
                : Finding.Fault($"nobody answers at the {way} webhook of {name}: check {NotifyTargets.SettingOf(way, name)} and the network.");
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            // The bare host: the path with its signature is not used for a mere look.
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(address.GetLeftPart(UriPartial.Authority)));
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
