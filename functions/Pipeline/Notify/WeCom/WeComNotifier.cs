using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Http;

namespace SentimentWatch.Pipeline.Notify.WeCom;

/// <summary>POSTs markdown to a 企业微信 group robot, <c>https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…</c> (20 messages a minute).</summary>
public sealed class WeComNotifier(WebhookSender sender, NotifyTargets targets, WeComMessage message) : INotifier
{
    /// <inheritdoc/>
    public string Way => NotifyWay.WeCom;

    /// <inheritdoc/>
    public int LineBudget => 1_000;

    /// <inheritdoc/>
    public int Fit(IReadOnlyList<Announcement> news) => message.Fit(news);

    /// <inheritdoc/>
    public async Task<NotifyResult> SendAsync(NotifyTarget target, Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (targets.EndpointOf(Way, target.Name) is not { } endpoint)
        {
            return new NotifyResult.Final("没有配置该单位的企业微信地址");
        }

        return await sender.PostAsync(target, endpoint.Url, message.Write(notice, target), Judge, null, cancellationToken);
    }

    /// <summary>Reads the answer: 企业微信 says 200 to everything and tells the outcome in errcode. Null where the status tells.</summary>
    public static NotifyResult? Judge(HttpResponseMessage response, string body)
    {
        ArgumentNullException.ThrowIfNull(response);
        return !response.IsSuccessStatusCode ? null : ErrCode.Of(body) switch
        {
            0 => new NotifyResult.Sent("企业微信已接受"),
            45009 => WebhookSender.Later(TimeSpan.FromMinutes(1), "企业微信限流（45009）", blocks: true),
            45033 => WebhookSender.Later(TimeSpan.FromSeconds(10), "企业微信并发过多（45033）", blocks: true),
            -1 => WebhookSender.Later(null, "企业微信系统繁忙（-1）", blocks: false),
            93000 => new NotifyResult.Final("企业微信机器人地址的 key 无效或机器人已移除（93000），请更换地址", Dead: true),
            { } code => new NotifyResult.Final($"企业微信不接受（{code}）"),
            null => WebhookSender.Later(null, "企业微信的应答无法识别", blocks: false),
        };
    }
}
