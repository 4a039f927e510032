using System.Text.Json;
using SentimentWatch.EndToEnd.Tests.Alerts;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Http;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Notify;

/// <summary>A storm of alerts, two instances, the real queue and tables, and a receiver that limits and fails: the small form of the benchmark <c>notify</c>.</summary>
public sealed class BurstTests(AzuriteFixture azurite)
{
    private const int Count = 80;
    private static readonly string[] Levels = ["red", "orange", "yellow", "yellow", "blue"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_alert_of_a_storm_stands_in_exactly_one_accepted_card()
    {
        await using var receiver = await LimitedReceiver.StartAsync([(TimeSpan.FromSeconds(1), 4), (TimeSpan.FromSeconds(5), 15)], seed: 7, faultPercent: 4, Ct);
        using var rules = JsonDocument.Parse("""{"groupWaitSeconds":1,"groupIntervalSeconds":{"orange":1,"yellow":2,"blue":2},"quietHours":{"from":"00:00","to":"00:00"},"limits":{"teams":[[1,4],[5,15]]}}""");
        var settings = azurite.NewConfiguration(("SentimentWatch:Notify:Teams:zjj:Url", receiver.Url), ("SentimentWatch:PublicUrl", "https://watch.example.org"));
        var timings = new WebhookTimings { Attempt = TimeSpan.FromSeconds(1), LongestAttempt = TimeSpan.FromSeconds(2), FirstPause = TimeSpan.FromMilliseconds(100) };
        await using var first = await AlertRoom.OpenAsync(settings, timings, NotifyRules.FromJson(rules.RootElement));
        await using var second = await AlertRoom.OpenAsync(settings, timings, NotifyRules.FromJson(rules.RootElement));
        for (var number = 0; number < Count; number += 4)
        {
            await first.Get<IAlertAnnouncer>().AnnounceAsync([.. Enumerable.Range(number, 4).Select(NewsOf)], recheck: false, Ct);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var work = Task.WhenAll(WorkAsync(first, stop.Token), WorkAsync(second, stop.Token), WorkAsync(first, stop.Token), WorkAsync(second, stop.Token));
        while (!work.IsCompleted && receiver.Cards.SelectMany(card => card.Alerts).Distinct().Count() < Count)
        {
            await Task.Delay(100, Ct);
        }

        await stop.CancelAsync();
        await work;
        var told = receiver.Cards.SelectMany(card => card.Alerts).ToList();
        Assert.Equal(Enumerable.Range(0, Count).Select(IdOf), told.Order(StringComparer.Ordinal));

        // Nothing but the machine's own delays lets requests arrive closer together than they were sent.
        Assert.InRange(receiver.Answers.GetValueOrDefault("limited"), 0, 3);
    }

    private static async Task WorkAsync(AlertRoom room, CancellationToken stop)
    {
        var queue = room.Clients.Queue(StorageNames.NotifyQueue);
        while (!stop.IsCancellationRequested)
        {
            if ((await queue.ReceiveMessageAsync(TimeSpan.FromMinutes(2), Ct)).Value is not { } message)
            {
                await Task.Delay(100, Ct);
                continue;
            }

            await room.Get<NotifyProcessor>().ProcessAsync(message.Body.ToString(), (int)message.DequeueCount, Ct);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Ct);
        }
    }

    private static string IdOf(int number) => $"A{10_000_000 + number}";

    private static Announcement NewsOf(int number) => new("opened", AlertRoom.Now, new Alert
    {
        Id = IdOf(number),
        Unit = "zjj",
        Recused = ["wxb"],
        Level = Levels[number / 4 % Levels.Length],
        Title = "洪楼广场 · 燃气泄漏",
        DayStart = AlertRoom.Now,
        OpenedAt = AlertRoom.Now,
        AcknowledgeBy = AlertRoom.Now.AddMinutes(15),
    });
}
