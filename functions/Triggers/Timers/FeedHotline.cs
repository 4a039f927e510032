using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Triggers.Timers;

/// <summary>Polls the feeds of 12345热线 and 监督热线 every two minutes.</summary>
public sealed class FeedHotline(FeedPoller feeds)
{
    [Function(nameof(FeedHotline))]
    public Task RunAsync([TimerTrigger("0 */2 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        feeds.PollAsync(FeedFamily.Hotline, cancellationToken);
}
