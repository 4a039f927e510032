using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Http;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>POSTs the card to the target's Workflows webhook.</summary>
public sealed class TeamsNotifier(WebhookSender sender, NotifyTargets targets, AlertCard card) : INotifier
{
    /// <inheritdoc/>
    public string Way => NotifyWay.Teams;

    /// <inheritdoc/>
    public int LineBudget => 6_000;

    /// <inheritdoc/>
    public int Fit(IReadOnlyList<Announcement> news) => card.Fit(news);

    /// <inheritdoc/>
    public async Task<NotifyResult> SendAsync(NotifyTarget target, Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (targets.EndpointOf(Way, target.Name) is not { } endpoint)
        {
            return new NotifyResult.Final("没有配置该单位的 Teams 地址");
        }

        return await sender.PostAsync(target, endpoint.Url, card.Write(notice, target), null, null, cancellationToken);
    }
}
