using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Http;
using SentimentWatch.Pipeline.Notify.Limits;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>POSTs the card to the reading office's Teams webhook, or to the default one. Nothing it throws holds the address.</summary>
public sealed class DigestSender(WebhookSender sender, ChannelGate gate, NotifyTargets targets, AlertRules rules) : IDigestSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public bool CanSend => targets.EndpointOf(NotifyWay.Teams, Target) is not null;

    private string Target => targets.EndpointOf(NotifyWay.Teams, rules.ReadingOffice) is null ? NotifyTargets.Default : rules.ReadingOffice;

    /// <inheritdoc/>
    public async Task SendAsync(ReadOnlyMemory<byte> card, CancellationToken cancellationToken)
    {
        if (targets.EndpointOf(NotifyWay.Teams, Target) is not { } endpoint)
        {
            throw NotTaken("it is not set");
        }

        var target = new NotifyTarget(Target, NotifyWay.Teams, rules.ReadingOffice, MayAct: false);

        // It counts in the receiver's limits. A digest that finds no room in a minute is sent all the same: the receiver decides.
        await gate.TakeAsync(target.Channel, urgent: true, Patience, cancellationToken);
        switch (await sender.PostAsync(target, endpoint.Url, card, null, null, cancellationToken))
        {
            case NotifyResult.RetryAfter later:
                throw NotTaken(later.Reason);
            case NotifyResult.Final final:
                throw NotTaken(final.Reason);
        }
    }

    private InvalidOperationException NotTaken(string why) => new($"The Teams webhook of '{Target}' did not take the digest's card: {why}; run the digest job again.");
}
