using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Triggers.Timers;

/// <summary>Reminds and escalates every half minute: a red alert's clock runs for 15 minutes only.</summary>
public sealed class EscalationTimer(EscalationRun run)
{
    [Function(nameof(EscalationTimer))]
    public Task RunAsync([TimerTrigger("5,35 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.RunAsync(cancellationToken);
}
