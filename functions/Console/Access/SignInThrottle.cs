using System.Collections.Concurrent;

namespace SentimentWatch.Console.Access;

/// <summary>
/// Bounds the guessing of keys: <see cref="PerAddress"/> failures an address and <see cref="InAll"/> in all within <see cref="Window"/>.
/// Kept in memory: losing it with the process costs an attacker nothing but gains him only one more window.
/// </summary>
public sealed class SignInThrottle(TimeProvider time)
{
    /// <summary>Failures after which an address waits for the end of its window.</summary>
    public const int PerAddress = 10;

    /// <summary>Failures of all addresses together after which everybody waits.</summary>
    public const int InAll = 200;

    /// <summary>Length of a window.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Everybody = "*";
    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Until)> _windows = new();

    /// <summary>How long <paramref name="address"/> must wait before its next try; null when it may try now.</summary>
    public TimeSpan? Wait(string address) => Max(Wait(address, PerAddress), Wait(Everybody, InAll));

    /// <summary>Notes a wrong key.</summary>
    public void Failed(string address)
    {
        Add(address);
        Add(Everybody);
        var now = time.GetUtcNow();
        foreach (var old in _windows.Where(w => w.Value.Until <= now).ToList())
        {
            _windows.TryRemove(old);
        }
    }

    private TimeSpan? Wait(string key, int limit)
    {
        var now = time.GetUtcNow();
        return _windows.TryGetValue(key, out var window) && window.Until > now && window.Failures >= limit ? window.Until - now : null;
    }

    private void Add(string key)
    {
        var now = time.GetUtcNow();
        _windows.AddOrUpdate(
            key,
            _ => (1, now + Window),
            (_, w) => w.Until <= now ? (1, now + Window) : (w.Failures + 1, w.Until));
    }

    private static TimeSpan? Max(TimeSpan? a, TimeSpan? b) => a is null ? b : b is null ? a : a > b ? a : b;
}
