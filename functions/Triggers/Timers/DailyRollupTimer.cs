using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Triggers.Timers;

/// <summary>Recounts the days whose records or alerts have changed, once an hour: pages count today on the spot, and a recount costs about a hundred transactions.</summary>
public sealed class DailyRollupTimer(DailyRollup rollup)
{
    [Function(nameof(DailyRollupTimer))]
    public Task RunAsync([TimerTrigger("15 5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        rollup.RunAsync(cancellationToken);
}
