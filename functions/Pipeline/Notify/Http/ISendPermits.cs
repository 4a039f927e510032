namespace SentimentWatch.Pipeline.Notify.Http;

/// <summary>Asked before a message is sent once more: a receiver that limits counts repetitions too.</summary>
public interface ISendPermits
{
    /// <summary>Enters one more message to a target; false when there is no room for it now.</summary>
    ValueTask<bool> TryTakeAsync(NotifyTarget target, CancellationToken cancellationToken);
}
