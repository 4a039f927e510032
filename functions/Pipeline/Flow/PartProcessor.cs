using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>Takes one part from the queue through judging, routing, alerts and review into the records table.</summary>
public sealed class PartProcessor(IPartStore parts)
{
    /// <summary>Processes a message of <c>records</c> or <c>records-urgent</c>. Any number of replays, whole or broken off, have one effect.</summary>
    /// <param name="message">A <see cref="PartMessage"/> as JSON.</param>
    /// <param name="dequeueCount">1 at the first try.</param>
    /// <param name="cancellationToken">Ends the work; the message comes again.</param>
    public async Task ProcessAsync(string message, int dequeueCount, CancellationToken cancellationToken)
    {
        await parts.ReadAsync(message, dequeueCount, cancellationToken);
    }
}
