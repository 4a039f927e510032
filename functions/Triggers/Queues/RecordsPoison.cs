using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.Triggers.Queues;

/// <summary>Keeps parts of records that failed at every try.</summary>
public sealed class RecordsPoison(PoisonDesk desk)
{
    [Function(nameof(RecordsPoison))]
    public Task RunAsync([QueueTrigger(StorageNames.RecordsQueue + StorageNames.PoisonSuffix)] QueueMessage message, CancellationToken cancellationToken) =>
        desk.KeepAsync(StorageNames.RecordsQueue, message.Body.ToString(), cancellationToken);
}
