namespace SentimentWatch.Pipeline.Notify.Http;

/// <summary>How long a webhook is waited for; the whole stays below the time after which the queue would hand the message to another.</summary>
public sealed record WebhookTimings
{
    /// <summary>The first try; the second may take half as long again, the third <see cref="LongestAttempt"/>.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The last try: a receiver that is always slow gets its time, after a red alert has been tried twice within eight seconds.</summary>
    public TimeSpan LongestAttempt { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>All tries with their pauses.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>First pause between tries.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a webhook that keeps failing is left alone.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for one try; 0 is the first.</summary>
    public TimeSpan AttemptOf(int number)
    {
        var time = number switch
        {
            0 => Attempt,
            1 => Attempt * 1.5,
            _ => LongestAttempt,
        };
        return time < LongestAttempt ? time : LongestAttempt;
    }
}
