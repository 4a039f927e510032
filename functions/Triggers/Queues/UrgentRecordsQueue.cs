using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.Triggers.Queues;

/// <summary>Takes the parts of records that look like emergencies; they overtake the ordinary ones.</summary>
public sealed class UrgentRecordsQueue(PartProcessor parts)
{
    [Function(nameof(UrgentRecordsQueue))]
    public Task RunAsync([QueueTrigger(StorageNames.UrgentQueue)] QueueMessage message, CancellationToken cancellationToken) =>
        parts.ProcessAsync(message.Body.ToString(), (int)message.DequeueCount, cancellationToken);
}
