using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.Triggers.Queues;

/// <summary>Keeps news of alerts that nobody could be told: an incident.</summary>
public sealed class NotifyPoison(PoisonDesk desk, ILogger<NotifyPoison> logger)
{
    [Function(nameof(NotifyPoison))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.NotifyQueue + StorageNames.PoisonSuffix)] QueueMessage message, CancellationToken cancellationToken)
    {
        TriggerLog.AlertNotTold(logger, message.MessageId);
        return desk.KeepAsync(StorageNames.NotifyQueue, message.Body.ToString(), cancellationToken);
    }
}
