using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Events;

/// <summary>What the events cost in storage transactions: a row of sketches a part, and the sweeps.</summary>
public sealed class EventCostTests(AzuriteFixture azurite)
{
    private const int Rounds = 20;
    private const int PerRound = 1_000;

    // What every minute costs, records or not: new rows of sketches, and steps of persons.
    private const int IdleSweep = 2;

    // Without a name the same words from many are one matter.
    private const string NoNames = "的了是我们你您他她它吗呢吧啊呀嘛么这那哪也就把被让请很还又且但因此所在不没什怎已该這還沒們說請讓";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_with_bursts_costs_at_most_five_transactions_a_thousand_records()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await rig.Get<EventSweep>().RunAsync(Ct);
        var (taken, sketches, sweeps) = (0, 0L, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var channel = Channels.All[round % Channels.All.Count];
            var burst = Burst(round).Where(record => record.Channel == channel).ToList();
            taken += PerRound + burst.Count;
            var put = Of(rig, "PUT sketches");
            await rig.AcceptAsync(channel, [.. Enumerable.Range(round * PerRound, PerRound).Select(number => Alone(number, channel)), .. burst]);
            await rig.DrainAsync();
            sketches += Of(rig, "PUT sketches") - put;
            rig.Time.Advance(TimeSpan.FromMinutes(1));
            var before = rig.Transactions;
            await rig.Get<EventSweep>().RunAsync(Ct);
            sweeps += rig.Transactions - before - IdleSweep;
        }

        // What alerts read and write is theirs.
        var alerts = Of(rig, "GET alertlog") + Of(rig, "POST alerts") + Of(rig, "GET records") + Of(rig, "POST notify");
        var count = (await rig.RowsAsync(StorageNames.Events)).Count;
        TestContext.Current.TestOutputHelper?.WriteLine($"{taken} records, {count} events: {sketches} transactions for sketches, {sweeps} for sweeps, of these {alerts} for alerts");
        Assert.InRange((sketches + sweeps - alerts) * 1_000.0 / taken, 1, 5);
        Assert.InRange(count, 6, 40);
    }

    private static long Of(Rig rig, string kind) => rig.Storage.Counter.ByKind.GetValueOrDefault(kind);

    // A record of a matter of its own: nobody else speaks of the place.
    private static SubmittedRecord Alone(int number, string channel)
    {
        var random = new Random(number);
        var place = string.Concat(Enumerable.Repeat(0, 30).Select(_ => (char)random.Next(0x4E00, 0x9FA5)).Except(NoNames).Take(3)) + "小区";
        return TestRecords.Submitted(number, channel, body: $"{place}门口的路灯坏了好几天") with { Title = null, Place = place };
    }

    // A matter in six channels begins every third round and goes on for six.
    private static IEnumerable<SubmittedRecord> Burst(int round) => Enumerable.Range(0, 6).Where(matter => round >= 3 * matter && round < (3 * matter) + 6).SelectMany(matter =>
        Matters.LiftAt($"{"锦云翠枫沁澜"[matter]}{"泊溪屏澜岸渚"[matter]}花园小区", $"b{matter}-{round}", TestRecords.Noon.AddHours(-4)));
}
