using System.Collections.Concurrent;

namespace SentimentWatch.SelfHost.Engine;

/// <summary>Wakes the listener of a queue when this process has put a message into it.</summary>
public sealed class QueueBells
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _bells = new(StringComparer.Ordinal);

    /// <summary>Says that the queue has a message.</summary>
    public void Ring(string queue)
    {
        var bell = Of(queue);
        lock (bell)
        {
            // One ring is enough: the listener takes all that it finds.
            if (bell.CurrentCount == 0)
            {
                bell.Release();
            }
        }
    }

    /// <summary>True when it has rung and nobody has answered.</summary>
    public bool IsRung(string queue) => Of(queue).CurrentCount > 0;

    /// <summary>Waits for a ring, at most for <paramref name="atMost"/>.</summary>
    /// <returns>True when it rang.</returns>
    public Task<bool> WaitAsync(string queue, TimeSpan atMost, CancellationToken cancellationToken) =>
        Of(queue).WaitAsync(atMost, cancellationToken);

    private SemaphoreSlim Of(string queue) => _bells.GetOrAdd(queue, static _ => new SemaphoreSlim(0));
}
