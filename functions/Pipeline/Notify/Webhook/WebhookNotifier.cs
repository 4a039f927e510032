using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Http;

namespace SentimentWatch.Pipeline.Notify.Webhook;

/// <summary>POSTs the news as JSON to an address of the unit's own, signed when a secret is set; README.md of this folder tells how to verify.</summary>
public sealed class WebhookNotifier(WebhookSender sender, NotifyTargets targets, WebhookPayload payload, TimeProvider time) : INotifier
{
    /// <inheritdoc/>
    public string Way => NotifyWay.Webhook;

    /// <inheritdoc/>
    public int LineBudget => 16_000;

    /// <inheritdoc/>
    public int Fit(IReadOnlyList<Announcement> news) => payload.Fit(news);

    /// <inheritdoc/>
    public async Task<NotifyResult> SendAsync(NotifyTarget target, Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (targets.EndpointOf(Way, target.Name) is not { } endpoint)
        {
            return new NotifyResult.Final("没有配置该单位的 Webhook 地址");
        }

        var now = time.GetUtcNow();
        var body = payload.Write(notice, target, now);
        return await sender.PostAsync(target, endpoint.Url, body, null, WebhookSignature.Headers(endpoint.Secret, now, body.Span), cancellationToken);
    }
}
