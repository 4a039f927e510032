using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Triggers.Timers;

/// <summary>Recounts the boards' days every two minutes, where something has changed.</summary>
public sealed class DailyRollupTimer(DailyRollup rollup)
{
    [Function(nameof(DailyRollupTimer))]
    public Task RunAsync([TimerTrigger("15 */2 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        rollup.RunAsync(cancellationToken);
}
