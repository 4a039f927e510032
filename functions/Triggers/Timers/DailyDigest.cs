using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Triggers.Timers;

/// <summary>Makes and sends the digest at 00:00 UTC, which is 08:00 Asia/Shanghai.</summary>
public sealed class DailyDigest(DigestJob job)
{
    [Function(nameof(DailyDigest))]
    public Task RunAsync([TimerTrigger("0 0 0 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        job.RunAsync(cancellationToken);
}
