using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.Triggers.Queues;

/// <summary>Sends the news of alerts.</summary>
public sealed class NotifyQueue(NotifyProcessor notify)
{
    [Function(nameof(NotifyQueue))]
    public Task RunAsync([QueueTrigger(StorageNames.NotifyQueue)] QueueMessage message, CancellationToken cancellationToken) =>
        notify.ProcessAsync(message.Body.ToString(), (int)message.DequeueCount, cancellationToken);
}
