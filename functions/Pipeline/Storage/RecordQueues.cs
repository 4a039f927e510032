using System.Text.Json;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The queues <c>records</c> and <c>records-urgent</c>.</summary>
public sealed class RecordQueues(StorageClients storage, IQueueBell bell) : IRecordQueue
{
    // The default of seven days would drop records after a long outage.
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <inheritdoc/>
    public async Task SendAsync(PartMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var queue = message.Urgent ? StorageNames.UrgentQueue : StorageNames.RecordsQueue;
        var text = JsonSerializer.Serialize(message, IntakeJson.Wire.PartMessage);
        await storage.Queue(queue).SendMessageAsync(text, visibilityTimeout: null, Forever, cancellationToken);
        bell.Ring(queue);
    }
}
