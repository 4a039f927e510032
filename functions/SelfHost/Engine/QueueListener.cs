using System.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.SelfHost.Engine;

/// <summary>Works one queue with the manners of Azure Functions: batches, retries after a pause, poison queue, back-off.</summary>
public sealed class QueueListener(
    FunctionEntry function,
    string queueName,
    QueuePlan plan,
    HostSettings settings,
    StorageClients storage,
    FunctionInvoker invoker,
    QueueBells bells,
    TimeProvider time,
    ILogger logger) : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Dictionary<string, object?> NoRoute = [];
    private readonly QueueClient _queue = storage.RawQueue(queueName);
    private readonly SemaphoreSlim _pool = new(plan.Parallel);
    private readonly SemaphoreSlim _finished = new(0);
    private int _inHand;
    private int _settled;
    private volatile bool _empty;

    /// <summary>Name of the queue.</summary>
    public string Queue => queueName;

    /// <summary>True when the last look found the queue empty and nothing has come since.</summary>
    public bool IsIdle => _empty && Volatile.Read(ref _inHand) == 0 && !bells.IsRung(queueName);

    /// <summary>Messages that left the hands of this host, done or not.</summary>
    public int Settled => Volatile.Read(ref _settled);

    /// <summary>Listens until stopped; then gives back what was not begun and waits for what was.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var pause = plan.FirstPause;
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                if (Volatile.Read(ref _inHand) > plan.NewBatchThreshold)
                {
                    await _finished.WaitAsync(stopping);
                    continue;
                }

                var received = await ReceiveAsync(stopping);
                _empty = received.Length < plan.BatchSize;
                foreach (var message in received)
                {
                    Interlocked.Increment(ref _inHand);
                    _ = WorkAsync(new QueueWork(_queue, message, Lease, time), stopping);
                }

                if (received.Length == plan.BatchSize)
                {
                    pause = plan.FirstPause;
                    continue;
                }

                // Fewer than asked for: the queue is empty for now.
                pause = received.Length > 0 ? plan.FirstPause : Longer(pause);
                if (await bells.WaitAsync(queueName, pause, stopping))
                {
                    _empty = false;
                    pause = plan.FirstPause;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Asked to stop.
        }

        while (Volatile.Read(ref _inHand) > 0)
        {
            await _finished.WaitAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pool.Dispose();
        _finished.Dispose();
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken stopping)
    {
        try
        {
            return (await _queue.ReceiveMessagesAsync(plan.BatchSize, Lease, stopping)).Value;
        }
        catch (RequestFailedException e)
        {
            // Storage is away or throttles: the pause grows until it is back.
            EngineLog.ReceiveFailed(logger, queueName, e.Status, e.ErrorCode);
            return [];
        }
    }

    private TimeSpan Longer(TimeSpan pause) =>
        pause * 2 < plan.MaxPollingInterval ? pause * 2 : plan.MaxPollingInterval;

    private async Task WorkAsync(QueueWork work, CancellationToken stopping)
    {
        // The loop goes on fetching while a function computes.
        await Task.Yield();
        try
        {
            await using (work)
            {
                await WorkInTurnAsync(work, stopping);
            }
        }
        catch (RequestFailedException e)
        {
            // Could not be settled: it shows up again when its lease ends.
            EngineLog.SettleFailed(logger, queueName, work.Message.MessageId, e.Status, e.ErrorCode);
        }
        finally
        {
            Interlocked.Increment(ref _settled);
            Interlocked.Decrement(ref _inHand);
            _finished.Release();
        }
    }

    private async Task WorkInTurnAsync(QueueWork work, CancellationToken stopping)
    {
        try
        {
            await _pool.WaitAsync(stopping);
            try
            {
                await HandleAsync(work, stopping);
            }
            finally
            {
                _pool.Release();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await work.ReturnAsync(TimeSpan.Zero, CancellationToken.None);
        }
    }

    private async Task HandleAsync(QueueWork work, CancellationToken stopping)
    {
        if (Decode(work.Message.Body.ToString()) is not { } body)
        {
            EngineLog.NotBase64(logger, queueName, work.Message.MessageId);
            await PoisonAsync(work, work.Message.Body.ToString());
            return;
        }

        if (work.Message.DequeueCount > settings.MaxDequeueCount)
        {
            EngineLog.Poisoned(logger, queueName, work.Message.MessageId, work.Message.DequeueCount - 1);
            await PoisonAsync(work, body);
            return;
        }

        try
        {
            var message = QueuesModelFactory.QueueMessage(
                work.Message.MessageId, work.Message.PopReceipt, BinaryData.FromString(body), work.Message.DequeueCount,
                work.Message.NextVisibleOn, work.Message.InsertedOn, work.Message.ExpiresOn);
            await invoker.InvokeAsync(function, message, NoRoute, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // a function may fail in any way; the queue's rule decides what follows
        catch (Exception e)
#pragma warning restore CA1031
        {
            await FailedAsync(work, body, e);
            return;
        }

        await work.DeleteAsync(CancellationToken.None);
    }

    private async Task FailedAsync(QueueWork work, string body, Exception error)
    {
        EngineLog.FunctionFailed(logger, error, function.Name, work.Message.MessageId, work.Message.DequeueCount);
        if (work.Message.DequeueCount >= settings.MaxDequeueCount)
        {
            EngineLog.Poisoned(logger, queueName, work.Message.MessageId, work.Message.DequeueCount);
            await PoisonAsync(work, body);
            return;
        }

        await work.ReturnAsync(settings.VisibilityTimeout, CancellationToken.None);
        _ = RingLaterAsync(settings.VisibilityTimeout);
    }

    private async Task RingLaterAsync(TimeSpan after)
    {
        await Task.Delay(after + TimeSpan.FromMilliseconds(50), time, CancellationToken.None);
        bells.Ring(queueName);
    }

    private async Task PoisonAsync(QueueWork work, string body)
    {
        var poison = queueName + StorageNames.PoisonSuffix;
        if (!queueName.EndsWith(StorageNames.PoisonSuffix, StringComparison.Ordinal))
        {
            await storage.Queue(poison).SendMessageAsync(body, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: CancellationToken.None);
            bells.Ring(poison);
        }

        // A message that even the poison function cannot take is in the log; kept, it would block the queue for ever.
        await work.DeleteAsync(CancellationToken.None);
    }

    private string? Decode(string text)
    {
        if (!settings.Base64)
        {
            return text;
        }

        try
        {
            return StrictUtf8.GetString(Convert.FromBase64String(text));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
