using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Limits;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Notify.Grouping;

/// <summary>Sends messages to one receiver, one after another, each with a permit of its own.</summary>
public sealed class Courier(NotifierSet notifiers, ChannelGate gate, INotifyLog log, TimeProvider time, ILogger<Courier> logger)
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // Shorter than the lease of an outbox, by more than one message may take.
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstUrgentPause = TimeSpan.FromSeconds(1);

    /// <summary>Sends in turn until the receiver is busy or gone. <paramref name="entered"/>: the first message has its permit already.</summary>
    public async Task<CourierReport> RunAsync(string channel, IReadOnlyList<Bundle> bundles, bool entered, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bundles);
        var report = new CourierReport();
        try
        {
            await RunAsync(report, channel, bundles, entered, cancellationToken);
            return report;
        }
        catch when (report.Decisions.Count > 0)
        {
            // What was sent is written down, or it would be sent again when the message comes again.
            await log.WriteAsync(report.Decisions, CancellationToken.None);
            throw;
        }
    }

    private async Task RunAsync(CourierReport report, string channel, IReadOnlyList<Bundle> bundles, bool entered, CancellationToken cancellationToken)
    {
        var begun = time.GetUtcNow();
        for (var index = 0; index < bundles.Count && !report.Stopped; index++)
        {
            var bundle = bundles[index];
            if (time.GetUtcNow() - begun > LongestRun)
            {
                Leave(report, bundles.Skip(index), time.GetUtcNow(), "条数较多，分批发送");
                return;
            }

            if (!(index == 0 && entered) && channel != NotifyTarget.ConsoleChannel
                && await gate.TakeAsync(channel, bundle.Urgent, Patience, cancellationToken) is { } free)
            {
                Leave(report, bundles.Skip(index), free, $"发送额度已用完，最早 {ShanghaiTime.Of(free):HH:mm:ss} 再发");
                return;
            }

            var result = await notifiers.Of(bundle.Target.Way).SendAsync(bundle.Target, bundle.Notice, cancellationToken);
            Settle(report, bundle, result);
            if (report.Stopped)
            {
                Rest(report, bundles.Skip(index + 1), result);
            }
        }
    }

    private void Settle(CourierReport report, Bundle bundle, NotifyResult result)
    {
        var now = time.GetUtcNow();
        foreach (var item in bundle.Items.Select(item => item with { Attempt = item.Attempt + 1 }))
        {
            switch (result)
            {
                case NotifyResult.Sent sent:
                    report.Done.Add(item);
                    report.Decisions.AddRange(item.Decide(NotifyOutcome.Sent, bundle.Items.Count == 1 ? sent.How : $"{sent.How}，与其他预警同发", now));
                    logger.AlertSent(item.News.Alert.Id, item.News.Reason, item.Targets[0].Key);
                    break;
                case NotifyResult.RetryAfter late when now - item.News.At > GiveUpAfter:
                    Fail(report, item, $"已重试 24 小时：{late.Reason}", now);
                    break;
                case NotifyResult.RetryAfter late:
                    var delay = DelayOf(item, late);
                    report.Left.Add(item with { DueAt = now + delay, NotBefore = now + delay });
                    report.Decisions.AddRange(item.Decide(NotifyOutcome.Retry, late.Reason, now));
                    logger.AlertDelayed(item.News.Alert.Id, item.Targets[0].Key, delay, late.Reason);
                    break;
                case NotifyResult.Final final:
                    Fail(report, item, final.Reason, now);
                    break;
            }
        }

        if (result is NotifyResult.RetryAfter busy)
        {
            report.Stopped = true;
            report.BlockedUntil = busy.Blocks ? now + busy.Delay : null;
        }
        else if (result is NotifyResult.Final { Dead: true } dead)
        {
            report.Stopped = true;
            report.Dead = dead.Reason;
        }
    }

    // A receiver that is busy for one is busy for all, and one that is gone is gone for all.
    private void Rest(CourierReport report, IEnumerable<Bundle> bundles, NotifyResult result)
    {
        var now = time.GetUtcNow();
        if (result is NotifyResult.RetryAfter late)
        {
            Leave(report, bundles, now + (late.Blocks ? late.Delay : FirstUrgentPause), $"等候同一地址恢复：{late.Reason}");
            return;
        }

        foreach (var item in bundles.SelectMany(bundle => bundle.Items))
        {
            Fail(report, item, report.Dead!, now);
        }
    }

    private void Leave(CourierReport report, IEnumerable<Bundle> bundles, DateTimeOffset until, string why)
    {
        var now = time.GetUtcNow();
        report.Stopped = true;
        foreach (var item in bundles.SelectMany(bundle => bundle.Items))
        {
            report.Left.Add(item with { DueAt = until, NotBefore = until });
            report.Decisions.AddRange(item.Decide(NotifyOutcome.Held, why, now));
        }
    }

    private void Fail(CourierReport report, OutgoingNews item, string why, DateTimeOffset now)
    {
        report.Fallen.Add(item);
        report.Decisions.AddRange(item.Decide(NotifyOutcome.Failed, why, now));
        logger.AlertRefused(item.News.Alert.Id, item.Targets[0].Key, why);
    }

    // Red is tried again soon: 1, 2, 4 … seconds, unless the receiver itself asked for a pause.
    private static TimeSpan DelayOf(OutgoingNews item, NotifyResult.RetryAfter late)
    {
        var soon = FirstUrgentPause * (1 << Math.Min(item.Attempt - 1, 6));
        return item.IsUrgent && !late.Blocks && soon < late.Delay ? soon : late.Delay;
    }
}
