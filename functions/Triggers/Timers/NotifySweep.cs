using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Notify;

namespace SentimentWatch.Triggers.Timers;

/// <summary>Finds outboxes of notifications whose flush got lost; every ten minutes.</summary>
public sealed class NotifySweep(NotifyProcessor notify)
{
    [Function(nameof(NotifySweep))]
    public Task RunAsync([TimerTrigger("30 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => notify.SweepAsync(cancellationToken);
}
