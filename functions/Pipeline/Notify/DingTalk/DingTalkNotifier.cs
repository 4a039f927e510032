using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Http;

namespace SentimentWatch.Pipeline.Notify.DingTalk;

/// <summary>POSTs markdown to a 钉钉 group robot, <c>https://oapi.dingtalk.com/robot/send?access_token=…</c> (20 messages a minute).</summary>
public sealed class DingTalkNotifier(WebhookSender sender, NotifyTargets targets, DingTalkMessage message, TimeProvider time) : INotifier
{
    /// <inheritdoc/>
    public string Way => NotifyWay.DingTalk;

    /// <inheritdoc/>
    public int LineBudget => 5_000;

    /// <inheritdoc/>
    public int Fit(IReadOnlyList<Announcement> news) => message.Fit(news);

    /// <inheritdoc/>
    public async Task<NotifyResult> SendAsync(NotifyTarget target, Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (targets.EndpointOf(Way, target.Name) is not { } endpoint)
        {
            return new NotifyResult.Final("没有配置该单位的钉钉地址");
        }

        return await sender.PostAsync(target, DingTalkSignature.Sign(endpoint, time.GetUtcNow()), message.Write(notice, target), Judge, null, cancellationToken);
    }

    /// <summary>Reads the answer: 钉钉 says 200 to everything and tells the outcome in errcode. Null where the status tells.</summary>
    public static NotifyResult? Judge(HttpResponseMessage response, string body)
    {
        ArgumentNullException.ThrowIfNull(response);
        return !response.IsSuccessStatusCode ? null : ErrCode.Of(body) switch
        {
            0 => new NotifyResult.Sent("钉钉已接受"),
            // Who sends more than 20 a minute is shut out for 10 minutes.
            130101 or 410100 => WebhookSender.Later(TimeSpan.FromMinutes(10), "钉钉限流", blocks: true),
            -1 => WebhookSender.Later(null, "钉钉系统繁忙（-1）", blocks: false),
            310000 => new NotifyResult.Final("钉钉机器人的安全设置不符（310000）：请核对加签密钥，或在关键词中加入“预警”", Dead: true),
            300001 or 400101 or 400102 or 400106 => new NotifyResult.Final("钉钉机器人地址已失效，请更换", Dead: true),
            { } code => new NotifyResult.Final($"钉钉不接受（{code}）"),
            null => WebhookSender.Later(null, "钉钉的应答无法识别", blocks: false),
        };
    }
}
