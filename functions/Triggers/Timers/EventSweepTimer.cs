using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Triggers.Timers;

/// <summary>Finds what many speak of, every minute.</summary>
public sealed class EventSweepTimer(EventSweep sweep)
{
    [Function(nameof(EventSweepTimer))]
    public Task RunAsync([TimerTrigger("20 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) => sweep.RunAsync(cancellationToken);
}
