using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.Triggers.Queues;

/// <summary>Keeps parts of urgent records that failed at every try.</summary>
public sealed class UrgentRecordsPoison(PoisonDesk desk)
{
    [Function(nameof(UrgentRecordsPoison))]
    public Task RunAsync([QueueTrigger(StorageNames.UrgentQueue + StorageNames.PoisonSuffix)] QueueMessage message, CancellationToken cancellationToken) =>
        desk.KeepAsync(StorageNames.UrgentQueue, message.Body.ToString(), cancellationToken);
}
