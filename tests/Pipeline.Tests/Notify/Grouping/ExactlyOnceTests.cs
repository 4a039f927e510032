using CsCheck;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;

namespace SentimentWatch.Pipeline.Tests.Notify.Grouping;

/// <summary>Whatever the receiver answers and however messages come again, each piece of news stands in exactly one message that was accepted.</summary>
public sealed class ExactlyOnceTests
{
    private static readonly string[] Levels = [AlertLevel.Red, AlertLevel.Orange, AlertLevel.Yellow, AlertLevel.Blue];

    [Fact]
    public void Two_instances_tell_each_piece_of_news_once_though_storage_fails_now_and_then() =>
        Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Int[1, 60], Gen.Int[0, 2].Select(n => n == 0 ? 1 : n == 1 ? 25 : 200)).Sample((seed, count, faults) => RunAsync(seed, count, faults).GetAwaiter().GetResult(), iter: 300, threads: 1);

    private static async Task RunAsync(int seed, int count, int faults)
    {
        var chance = new Random(seed);
        var rig = new NotifyRig(2, default, ("SentimentWatch:Notify:Teams:zjj:Url", "https://a.example"), ("SentimentWatch:Notify:Teams:default:Url", "https://d.example"))
        {
            Answer = (target, _) => target.Way == NotifyWay.Console ? null : chance.Next(10) switch
            {
                0 => new NotifyResult.RetryAfter(TimeSpan.FromSeconds(chance.Next(1, 60)), "限流", Blocks: true),
                1 => new NotifyResult.RetryAfter(TimeSpan.FromSeconds(30), "超时"),
                2 when target.Name != NotifyTargets.Default && chance.Next(10) == 0 => new NotifyResult.Final("410", Dead: true),
                _ => null,
            },
        };
        for (var number = 0; number < count;)
        {
            var together = Math.Min(count - number, chance.Next(1, 12));
            var news = Enumerable.Range(number, together).Select(n => NotifyRig.News(NotifyRig.Alert(Levels[chance.Next(4)], $"A{n}") with { Recused = ["wxb"] })).ToList();
            number += together;
            await rig.EnqueueAsync(new NotifyMessage(news), TimeSpan.FromMilliseconds(chance.Next(60_000)), CancellationToken.None);
        }

        rig.Channels.Fails = () => chance.Next(faults) == 1;
        await rig.DrainAsync(chance);
        var lead = rig.Offers.Where(offer => offer.Result is NotifyResult.Sent).SelectMany(offer => NotifyRig.IdsIn(offer.Notice)).ToList();
        Assert.Equal(Enumerable.Range(0, count).Select(n => $"A{n}").Order(StringComparer.Ordinal), lead.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(rig.Log, row => row.Outcome is NotifyOutcome.Held or NotifyOutcome.Retry);
        Assert.Empty(rig.Channels.WaitingFor("teams.zjj"));
    }
}
