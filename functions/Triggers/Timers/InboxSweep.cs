using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Triggers.Timers;

/// <summary>Takes files out of the drop folder every half minute.</summary>
public sealed class InboxSweep(DropFolder folder)
{
    [Function(nameof(InboxSweep))]
    public Task RunAsync([TimerTrigger("*/30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        folder.SweepAsync(cancellationToken);
}
