using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace SentimentWatch.SelfHost.Engine;

/// <summary>One message in hand: keeps it hidden while it is worked on, and knows its newest receipt.</summary>
public sealed class QueueWork : IAsyncDisposable
{
    private readonly QueueClient _queue;
    private readonly CancellationTokenSource _done = new();
    private readonly Task _renewal;
    private string _receipt;

    /// <param name="queue">Where it came from.</param>
    /// <param name="message">As received.</param>
    /// <param name="lease">How long one renewal hides it; renewed at half of it.</param>
    /// <param name="time">Clock of the renewals.</param>
    public QueueWork(QueueClient queue, QueueMessage message, TimeSpan lease, TimeProvider time)
    {
        (_queue, Message, _receipt) = (queue, message, message.PopReceipt);
        _renewal = RenewAsync(lease, time);
    }

    /// <summary>The message as received.</summary>
    public QueueMessage Message { get; }

    /// <summary>True when another instance has taken the message meanwhile.</summary>
    public bool Lost { get; private set; }

    /// <summary>Removes the message.</summary>
    public Task DeleteAsync(CancellationToken cancellationToken) =>
        SettleAsync(() => _queue.DeleteMessageAsync(Message.MessageId, _receipt, cancellationToken));

    /// <summary>Gives the message back, hidden for <paramref name="hidden"/>.</summary>
    public Task ReturnAsync(TimeSpan hidden, CancellationToken cancellationToken) =>
        SettleAsync(() => _queue.UpdateMessageAsync(Message.MessageId, _receipt, visibilityTimeout: hidden, cancellationToken: cancellationToken));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopRenewalAsync();
        _done.Dispose();
    }

    private async Task SettleAsync(Func<Task> settle)
    {
        await StopRenewalAsync();
        if (Lost)
        {
            return;
        }

        try
        {
            await settle();
        }
        catch (RequestFailedException e) when (e.Status is 404 or 400)
        {
            // Hidden too short: another instance works on it now and its result is the same.
            Lost = true;
        }
    }

    private async Task StopRenewalAsync()
    {
        await _done.CancelAsync();
        await _renewal;
    }

    private async Task RenewAsync(TimeSpan lease, TimeProvider time)
    {
        using var timer = new PeriodicTimer(lease / 2, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_done.Token))
            {
                var receipt = await _queue.UpdateMessageAsync(Message.MessageId, _receipt, visibilityTimeout: lease, cancellationToken: CancellationToken.None);
                _receipt = receipt.Value.PopReceipt;
            }
        }
        catch (OperationCanceledException)
        {
            // Settled.
        }
        catch (RequestFailedException)
        {
            Lost = true;
        }
    }
}
