using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.Triggers.Queues;

/// <summary>Takes the parts of ordinary records.</summary>
public sealed class RecordsQueue(PartProcessor parts)
{
    [Function(nameof(RecordsQueue))]
    public Task RunAsync([QueueTrigger(StorageNames.RecordsQueue)] QueueMessage message, CancellationToken cancellationToken) =>
        parts.ProcessAsync(message.Body.ToString(), (int)message.DequeueCount, cancellationToken);
}
