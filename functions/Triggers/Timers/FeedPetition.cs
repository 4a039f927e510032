using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Triggers.Timers;

/// <summary>Polls the feeds of 信访 and 民声连线 every ten minutes.</summary>
public sealed class FeedPetition(FeedPoller feeds)
{
    [Function(nameof(FeedPetition))]
    public Task RunAsync([TimerTrigger("40 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        feeds.PollAsync(FeedFamily.Petition, cancellationToken);
}
