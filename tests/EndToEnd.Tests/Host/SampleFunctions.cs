using System.Collections.Concurrent;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Host;

/// <summary>What the sample functions saw, and how they should behave.</summary>
public sealed class SampleLog
{
    public ConcurrentQueue<(string Queue, string Body, long Try)> Seen { get; } = new();

    public SemaphoreSlim Arrived { get; } = new(0);

    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(string queue, QueueMessage message)
    {
        Seen.Enqueue((queue, message.Body.ToString(), message.DequeueCount));
        Arrived.Release();
    }
}

/// <summary>Functions of this test assembly: found by the same catalogue as the real ones.</summary>
public sealed class SampleFunctions(SampleLog log)
{
    [Function("SampleRecords")]
    public async Task RecordsAsync([QueueTrigger(StorageNames.RecordsQueue)] QueueMessage message, CancellationToken cancellationToken)
    {
        log.Add("records", message);
        if (message.Body.ToString() == "slow")
        {
            await log.Gate.Task.WaitAsync(cancellationToken);
        }
    }

    [Function("SampleUrgent")]
    public void Urgent([QueueTrigger(StorageNames.UrgentQueue)] QueueMessage message) => log.Add("records-urgent", message);

    [Function("SampleNotify")]
    public Task NotifyAsync([QueueTrigger(StorageNames.NotifyQueue)] QueueMessage message)
    {
        log.Add("notify", message);
        return message.Body.ToString() == "bad" || (message.Body.ToString() == "once" && message.DequeueCount == 1)
            ? throw new InvalidOperationException("as the test asks")
            : Task.CompletedTask;
    }

    [Function("SampleNotifyPoison")]
    public void Poison([QueueTrigger(StorageNames.NotifyQueue + StorageNames.PoisonSuffix)] QueueMessage message) => log.Add("notify-poison", message);
}
