using System.Net;
using System.Net.Http.Headers;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>POSTs the card to the target's Workflows webhook. Nothing it says or throws holds the webhook's address.</summary>
public sealed class TeamsNotifier(IHttpClientFactory clients, TeamsTargets targets, AlertCard card) : INotifier
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <inheritdoc/>
    public string Name => "teams";

    /// <inheritdoc/>
    public async Task<NotifyResult> SendAsync(NotifyTarget target, IReadOnlyList<Announcement> news, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (targets.WebhookOf(target.Name) is not { } webhook)
        {
            return new NotifyResult.Final("没有配置该单位的 Teams 地址");
        }

        using var client = clients.CreateClient(TeamsHttp.ClientOf(target.Name));
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new ReadOnlyMemoryContent(card.Write(news, target.MayAcknowledge)) };
        request.Content.Headers.ContentType = Json;
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Judge(response);
        }
        catch (BrokenCircuitException broken)
        {
            return Later(broken.RetryAfter, "该地址连续失败，暂停发送");
        }
        catch (TimeoutRejectedException)
        {
            return Later(null, "对方超时未应答");
        }
        catch (HttpRequestException failure)
        {
            return Later(null, $"连接失败（{failure.HttpRequestError}）");
        }
    }

    private static NotifyResult Judge(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.IsSuccessStatusCode ? new NotifyResult.Sent($"对方已接受（HTTP {status}）")
            : TeamsHttp.IsFinal(response.StatusCode) ? new NotifyResult.Final(ReasonOf(response.StatusCode))
            : Later(TeamsHttp.PauseOf(response), status == 429 ? "对方限流（HTTP 429）" : $"对方出错（HTTP {status}）");
    }

    private static string ReasonOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"对方拒绝（HTTP {(int)status}），请检查 Teams 地址的签名",
        HttpStatusCode.NotFound or HttpStatusCode.Gone => $"Teams 地址已失效（HTTP {(int)status}），请更换",
        _ => $"对方不接受（HTTP {(int)status}）",
    };

    private static NotifyResult.RetryAfter Later(TimeSpan? asked, string reason)
    {
        var delay = asked is { } pause && pause > TimeSpan.Zero ? pause : Pause;
        return new NotifyResult.RetryAfter(delay < LongestPause ? delay : LongestPause, reason);
    }
}
