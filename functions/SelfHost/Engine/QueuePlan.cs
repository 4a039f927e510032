namespace SentimentWatch.SelfHost.Engine;

/// <summary>How one queue is worked: a pool of its own, so that no queue waits behind another.</summary>
/// <param name="BatchSize">Messages fetched at once.</param>
/// <param name="NewBatchThreshold">More are fetched when this many or fewer are in hand.</param>
/// <param name="Parallel">Messages worked on at once.</param>
/// <param name="FirstPause">Pause after the first look into the empty queue; it doubles from look to look.</param>
/// <param name="MaxPollingInterval">Longest pause between two looks into the empty queue.</param>
public sealed record QueuePlan(int BatchSize, int NewBatchThreshold, int Parallel, TimeSpan FirstPause, TimeSpan MaxPollingInterval)
{
    private static readonly TimeSpan ShortPause = TimeSpan.FromMilliseconds(100);

    /// <summary>The plan that host.json asks for, held to <paramref name="parallel"/> messages at once when that is less.</summary>
    /// <param name="settings">host.json.</param>
    /// <param name="parallel">Upper limit for work that needs a processor core a message; null for work that waits on others.</param>
    /// <param name="pause">The pause of a queue that only this host fills, and so rings for; null grows up to host.json's.</param>
    public static QueuePlan From(HostSettings settings, int? parallel = null, TimeSpan? pause = null)
    {
        var full = settings.BatchSize + settings.NewBatchThreshold;
        var most = Math.Clamp(parallel ?? full, 1, full);
        // Few are fetched ahead of a narrow pool: what waits here is hidden from other instances.
        return new QueuePlan(
            Math.Min(settings.BatchSize, most * 4),
            Math.Min(settings.NewBatchThreshold, most),
            most,
            pause ?? (ShortPause < settings.MaxPollingInterval ? ShortPause : settings.MaxPollingInterval),
            pause ?? settings.MaxPollingInterval);
    }
}
