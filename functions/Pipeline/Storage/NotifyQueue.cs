using System.Text.Json;
using Azure.Storage.Queues;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Notify;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Puts news of alerts into the queue <c>notify</c>: one message a part, more only when it would not fit.</summary>
public sealed class NotifyQueue(StorageClients clients, IQueueBell bell) : INotifyQueue, IAlertAnnouncer
{
    // 48 KB before base64 is the most a queue takes.
    private const int LongestMessage = 45_000;
    private static readonly TimeSpan NeverExpires = TimeSpan.FromSeconds(-1);

    private readonly QueueClient _queue = clients.Queue(StorageNames.NotifyQueue);

    /// <inheritdoc/>
    public Task AnnounceAsync(IReadOnlyList<Announcement> announcements, bool recheck, CancellationToken cancellationToken) =>
        EnqueueAsync(new NotifyMessage(announcements, recheck), TimeSpan.Zero, cancellationToken);

    /// <inheritdoc/>
    public async Task EnqueueAsync(NotifyMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, NotifyJson.Plain.NotifyMessage);
        if (bytes.Length > LongestMessage && message.Items.Count > 1)
        {
            var half = message.Items.Count / 2;
            await EnqueueAsync(message with { Items = [.. message.Items.Take(half)] }, delay, cancellationToken);
            await EnqueueAsync(message with { Items = [.. message.Items.Skip(half)] }, delay, cancellationToken);
            return;
        }

        // The queue counts whole seconds; a message that came too early would find nothing due.
        await _queue.SendMessageAsync(new BinaryData(bytes), TimeSpan.FromSeconds(Math.Ceiling(delay.TotalSeconds)), NeverExpires, cancellationToken);
        if (delay == TimeSpan.Zero)
        {
            bell.Ring(StorageNames.NotifyQueue);
        }
    }
}
