using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Triggers.Timers;

/// <summary>Polls the feeds of 微博 and 微信 every five minutes.</summary>
public sealed class FeedMicroblog(FeedPoller feeds)
{
    [Function(nameof(FeedMicroblog))]
    public Task RunAsync([TimerTrigger("20 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        feeds.PollAsync(FeedFamily.Microblog, cancellationToken);
}
