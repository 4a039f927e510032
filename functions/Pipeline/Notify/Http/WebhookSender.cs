using System.Net;
using System.Net.Http.Headers;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SentimentWatch.Pipeline.Notify.Http;

/// <summary>POSTs to webhooks and judges the answers. Nothing it says or throws holds an address.</summary>
public sealed class WebhookSender(IHttpClientFactory clients, ISendPermits permits)
{
    private const int LongestBody = 16 * 1024;
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>POSTs once, with short retries. A retry sends the same content to the same address, so a signature in it must outlive some 20 seconds.</summary>
    /// <param name="target">Whose client, with its circuit breaker, is used.</param>
    /// <param name="address">The webhook's address, signature included.</param>
    /// <param name="json">The message, JSON in UTF-8.</param>
    /// <param name="judge">Reads an answer and its body (at most 16 KiB) where the status alone does not tell, such as 企业微信's errcode; null means that the status tells.</param>
    /// <param name="headers">Further headers of the request.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<NotifyResult> PostAsync(
        NotifyTarget target,
        Uri address,
        ReadOnlyMemory<byte> json,
        Func<HttpResponseMessage, string, NotifyResult?>? judge,
        IReadOnlyDictionary<string, string>? headers,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var client = clients.CreateClient(WebhookHttp.ClientOf(target.Way, target.Name));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(json) };
        request.Content.Headers.ContentType = Json;
        request.Options.Set(WebhookHttp.Permit, token => permits.TryTakeAsync(target, token));
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (judge is null ? null : judge(response, await ReadAsync(response, cancellationToken))) ?? Judge(response);
        }
        catch (BrokenCircuitException broken)
        {
            return Later(broken.RetryAfter, "该地址连续失败，暂停发送", blocks: true);
        }
        catch (TimeoutRejectedException)
        {
            return Later(null, "对方超时未应答", blocks: false);
        }
        catch (HttpRequestException failure)
        {
            return Later(null, $"连接失败（{failure.HttpRequestError}）", blocks: false);
        }
        catch (IOException)
        {
            return Later(null, "对方应答中断", blocks: false);
        }
    }

    /// <summary>A pause that a receiver asks for (null: 30 seconds; at most an hour).</summary>
    public static NotifyResult.RetryAfter Later(TimeSpan? asked, string reason, bool blocks)
    {
        var delay = asked is { } pause && pause > TimeSpan.Zero ? pause : Pause;
        return new NotifyResult.RetryAfter(delay < LongestPause ? delay : LongestPause, reason, blocks);
    }

    private static NotifyResult Judge(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.IsSuccessStatusCode ? new NotifyResult.Sent($"对方已接受（HTTP {status}）")
            : WebhookHttp.IsFinal(response.StatusCode) ? FinalOf(response.StatusCode)
            : Later(WebhookHttp.PauseOf(response), status == 429 ? "对方限流（HTTP 429）" : $"对方出错（HTTP {status}）", blocks: status == 429 || WebhookHttp.PauseOf(response) is not null);
    }

    private static NotifyResult.Final FinalOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new NotifyResult.Final($"对方拒绝（HTTP {(int)status}），请检查地址的签名", Dead: true),
        HttpStatusCode.NotFound or HttpStatusCode.Gone => new NotifyResult.Final($"地址已失效（HTTP {(int)status}），请更换", Dead: true),
        _ => new NotifyResult.Final($"对方不接受（HTTP {(int)status}）"),
    };

    // The headers came in time; a body that does not is cut off after the same time.
    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        await using var stream = await response.Content.ReadAsStreamAsync(limit.Token);
        using var reader = new StreamReader(stream);
        var buffer = new char[LongestBody];
        try
        {
            return new string(buffer, 0, await reader.ReadBlockAsync(buffer, limit.Token));
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutRejectedException("The body of the answer did not come.", late);
        }
    }
}
