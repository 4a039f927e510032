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

    private static readonly DateTimeOffset Start = TestRecords.Noon.Date;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_with_bursts_costs_at_most_five_transactions_a_thousand_records()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await rig.Get<EventSweep>().RunAsync(Ct);
        var (sweeps, taken) = (0L, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var channel = Channels.All[round % Channels.All.Count];
            var burst = Burst(round).Where(record => record.Channel == channel).ToList();
            taken += PerRound + burst.Count;
            await rig.AcceptAsync(channel, [.. Enumerable.Range(round * PerRound, PerRound).Select(number => Alone(number, channel)), .. burst]);
            await rig.DrainAsync();
            rig.Time.Advance(TimeSpan.FromMinutes(1));
            var before = rig.Transactions;
            await rig.Get<EventSweep>().RunAsync(Ct);
            sweeps += rig.Transactions - before;
        }

        var sketches = rig.Storage.Counter.ByKind.Where(kind => kind.Key is "PUT sketches").Sum(kind => kind.Value);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', rig.Storage.Counter.ByKind.Select(kind => $"{kind.Key} {kind.Value}")));
        TestContext.Current.TestOutputHelper?.WriteLine($"{taken} records: {sketches} for sketches, {sweeps} in {Rounds} sweeps; {(await rig.RowsAsync(StorageNames.Events)).Count} events");
        Assert.InRange((sketches + sweeps) * 1_000.0 / taken, 1, 5);
        Assert.InRange((await rig.RowsAsync(StorageNames.Events)).Count, 6, 40);
    }

    // A record of a matter of its own: nobody else speaks of the place.
    private static SubmittedRecord Alone(int number, string channel)
    {
        var random = new Random(number);
        var place = string.Concat(Enumerable.Range(0, 3).Select(_ => (char)random.Next(0x4E00, 0x9FA5))) + "小区";
        return TestRecords.Submitted(number, channel, body: $"{place}门口的路灯坏了好几天") with { Title = null, Place = place };
    }

    // A matter in six channels begins every third round and goes on for six.
    private static IEnumerable<SubmittedRecord> Burst(int round) => Enumerable.Range(0, 6).Where(matter => round >= 3 * matter && round < (3 * matter) + 6).SelectMany(matter =>
        Matters.LiftAt($"{"锦云翠枫沁澜"[matter]}{"泊溪屏澜岸渚"[matter]}花园小区", $"b{matter}-{round}", Start.AddHours(8)));
}
