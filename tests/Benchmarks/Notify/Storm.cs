using System.Globalization;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Benchmarks.Notify;

/// <summary>Invented alerts of one unit, spread over a minute as parts of an import would bring them.</summary>
internal static class Storm
{
    private const int FirstId = 10_000_000;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(58);

    /// <summary>Levels of so many alerts: one in 25 red, the others mostly yellow.</summary>
    public static IReadOnlyList<string> LevelsOf(int count, int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number => number % 25 == 12 ? AlertLevel.Red : chance.Next(10) switch
        {
            < 2 => AlertLevel.Orange,
            < 7 => AlertLevel.Yellow,
            _ => AlertLevel.Blue,
        })];
    }

    /// <summary>Number of an alert.</summary>
    public static int NumberOf(string id) => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture) - FirstId;

    /// <summary>Queues them, one to nine a message, and tells when each was queued.</summary>
    public static async Task<Dictionary<string, DateTimeOffset>> SendAsync(IAlertAnnouncer announcer, IReadOnlyList<string> levels, CancellationToken cancellationToken)
    {
        var chance = new Random(3);
        var queued = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var begun = TimeProvider.System.GetUtcNow();
        for (var number = 0; number < levels.Count;)
        {
            var pause = begun + (Length * number / levels.Count) - TimeProvider.System.GetUtcNow();
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, cancellationToken);
            }

            var together = Math.Min(levels.Count - number, chance.Next(1, 10));
            var now = TimeProvider.System.GetUtcNow();
            List<Announcement> news = [.. Enumerable.Range(number, together).Select(n => Of(n, levels[n], now))];
            await announcer.AnnounceAsync(news, recheck: false, cancellationToken);
            news.ForEach(item => queued[item.Alert.Id] = now);
            number += together;
        }

        return queued;
    }

    private static Announcement Of(int number, string level, DateTimeOffset now) => new("opened", now, new Alert
    {
        Id = $"A{FirstId + number}",
        Unit = "zjj",
        Recused = ["wxb"],
        Level = level,
        Title = $"示例{number}号院 · 燃气泄漏",
        Excerpt = "院里燃气味很大，闻着头晕，请尽快派人来看看。",
        Kind = "gas-leak",
        Place = $"示例{number}号院",
        Why = "燃气安全由住建部门主管。",
        DayStart = now.AddHours(-6),
        OpenedAt = now,
        AcknowledgeBy = now.AddMinutes(30),
        RecordCount = 1,
        Channels = ["hotline"],
    });
}
