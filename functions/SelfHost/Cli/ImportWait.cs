using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.SelfHost.Engine;

namespace SentimentWatch.SelfHost.Cli;

/// <summary>Waits until the batches of an import are done and its alerts are announced, asking storage seldom.</summary>
internal static class ImportWait
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestBetweenAsks = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ShortestBetweenAsks = TimeSpan.FromSeconds(2);

    /// <summary>Waits; returns true.</summary>
    public static async Task<bool> UntilDoneAsync(IServiceProvider services, ImportReport report, Action<string> said, CancellationToken cancellationToken)
    {
        var engine = services.GetRequiredService<TriggerEngine>();
        var batches = services.GetRequiredService<BatchStatusReader>();
        var time = services.GetRequiredService<TimeProvider>();
        var asked = DateTimeOffset.MinValue;
        while (report.Pending.Count > 0)
        {
            // This process has worked off what it queued, or another one took parts of it.
            var since = time.GetUtcNow() - asked;
            if ((engine.IsIdle(StorageNames.RecordsQueue, StorageNames.UrgentQueue) && since > ShortestBetweenAsks) || since > LongestBetweenAsks)
            {
                await AskAsync(batches, report, cancellationToken);
                asked = time.GetUtcNow();
                continue;
            }

            said($"{engine.SettledOf(StorageNames.RecordsQueue) + engine.SettledOf(StorageNames.UrgentQueue)} parts done");
            await Task.Delay(Glance, time, cancellationToken);
        }

        for (var idle = 0; idle < 2; idle = engine.IsIdle(StorageNames.NotifyQueue) ? idle + 1 : 0)
        {
            await Task.Delay(Glance, time, cancellationToken);
        }

        return true;
    }

    private static async Task AskAsync(BatchStatusReader batches, ImportReport report, CancellationToken cancellationToken)
    {
        foreach (var batch in report.Pending.ToList())
        {
            if (await batches.GetAsync(batch, cancellationToken) is { State: "done" or "failed" } status)
            {
                report.Done(batch, status);
            }
        }
    }
}
