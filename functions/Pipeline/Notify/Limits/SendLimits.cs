namespace SentimentWatch.Pipeline.Notify.Limits;

/// <summary>A receiver takes at most <paramref name="Most"/> messages in any <paramref name="Length"/>.</summary>
public sealed record SendWindow(TimeSpan Length, int Most);

/// <summary>
/// The sliding windows of a way. A fifth of each is kept for red alerts, so that a storm of blue ones cannot spend it. Messages travel for
/// unequal times, so every window is taken a second longer than the receiver says.
/// </summary>
public sealed class SendLimits(IReadOnlyList<SendWindow> windows)
{
    private const int KeptPart = 5;
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongFrom = TimeSpan.FromSeconds(10);

    /// <summary>A way without limits.</summary>
    public static SendLimits None { get; } = new([]);

    /// <summary>The windows as the receiver states them.</summary>
    public IReadOnlyList<SendWindow> Windows => windows;

    /// <summary>How long a message counts.</summary>
    public TimeSpan Longest { get; } = windows.Count == 0 ? TimeSpan.Zero : windows.Max(window => window.Length) + Slack;

    /// <summary>The first moment from <paramref name="now"/> on at which one more message keeps to every window.</summary>
    public DateTimeOffset FreeAt(SendLog sent, DateTimeOffset now, bool urgent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var free = now;
        foreach (var window in windows)
        {
            var most = MostOf(window, urgent);
            if (sent.Count >= most)
            {
                var leaves = sent[sent.Count - most] + window.Length + Slack;
                free = leaves > free ? leaves : free;
            }
        }

        return free;
    }

    /// <summary>How many messages the windows of ten seconds and more still allow now; a great number without limits.</summary>
    public int Spare(SendLog sent, DateTimeOffset now, bool urgent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return windows.Where(window => window.Length >= LongFrom)
            .Select(window => Math.Max(0, MostOf(window, urgent) - sent.Since(now - window.Length - Slack)))
            .DefaultIfEmpty(int.MaxValue)
            .Min();
    }

    /// <summary>How much of the tightest long window ordinary messages have used, 0 to 1.</summary>
    public double Used(SendLog sent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return windows.Where(window => window.Length >= LongFrom)
            .Select(window => Math.Min(1.0, (double)sent.Since(now - window.Length - Slack) / MostOf(window, urgent: false)))
            .DefaultIfEmpty(0)
            .Max();
    }

    private static int MostOf(SendWindow window, bool urgent)
    {
        var kept = window.Most < 2 ? 0 : Math.Max(1, window.Most / KeptPart);
        return urgent ? window.Most : window.Most - kept;
    }
}
