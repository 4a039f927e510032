namespace SentimentWatch.Pipeline.Notify.Http;

/// <summary>How long a webhook is waited for; the whole stays below the time after which the queue would hand the message to another.</summary>
public sealed record WebhookTimings
{
    /// <summary>One try.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>All tries with their pauses.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(22);

    /// <summary>First pause between tries.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a webhook that keeps failing is left alone.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(30);
}
