using System.Text.Json;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Limits;
using SentimentWatch.Pipeline.Notify.Silences;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Handles the messages of the queue <c>notify</c>: news is sent or laid into an outbox, a flush empties one. Every decision is logged with its reason.</summary>
public sealed class NotifyProcessor(
    NewsRouter router, SettledNews settled, SilenceBook silences, Dispatcher dispatcher, Flusher flusher, INotifyLog log,
    IChannelStore channels, INotifyQueue queue, TimeProvider time, ILogger<NotifyProcessor> logger)
{
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(2);

    /// <summary>Processes one message. The first delivery acts at once; a later one first reads what was done.</summary>
    /// <exception cref="JsonException">The message is none of ours.</exception>
    public async Task ProcessAsync(string message, int dequeueCount, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.Deserialize(message, NotifyJson.Plain.NotifyMessage)
            ?? throw new JsonException("The notify message is empty.");
        if (content.Flush is { } channel)
        {
            // Where this clock is behind the queue's, a flush that came too early would find nothing due and be the last one.
            if (content.At - time.GetUtcNow() is { } early && early > SameMoment)
            {
                await queue.EnqueueAsync(content, early, cancellationToken);
                return;
            }

            await flusher.FlushAsync(channel, content.Id ?? Guid.NewGuid().ToString("N"), dequeueCount > 1, cancellationToken);
            return;
        }

        var news = router.Route(content.Items);
        if (content.Recheck || dequeueCount > 1)
        {
            news = await settled.OpenAsync(news, cancellationToken);
        }

        if (news.Count > 0)
        {
            var (speaking, silent) = await silences.CutAsync(news, cancellationToken);
            await log.WriteAsync([.. silent, .. await dispatcher.DispatchAsync(speaking, cancellationToken)], cancellationToken);
        }
    }

    /// <summary>Queues the flush of every outbox whose own did not come; one look over the receivers' rows.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var channel in channels.OverdueAsync(time.GetUtcNow() - LostAfter, cancellationToken))
        {
            logger.FlushLost(channel);
            await queue.EnqueueAsync(NotifyMessage.FlushOf(channel), TimeSpan.Zero, cancellationToken);
        }
    }
}
