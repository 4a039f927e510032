using System.Collections.Concurrent;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Alerts;

/// <summary>Whatever the order, the cut into parts, the number of workers, repeats and breaks: the alerts come out the same.</summary>
public sealed class OrderIndependenceTests
{
    private static readonly PlaceMatch?[] Places = [Sample.Square, new("honglou", "花园路", "road"), new("honglou", "洪家楼街道", "street"), null];

    private static readonly Gen<JudgedRecord> Record =
        from id in Gen.Int[0, 60]
        from level in Pick.Of("emergency", "urgent", "routine")
        from probability in Pick.Of(0.2f, 0.9f)
        from kind in Pick.Of("gas-leak", "explosion", "fire", "utility-outage")
        from lead in Pick.Of("zjj", "yjj")
        from place in Pick.Of(Places)
        from hours in Gen.Int[0, 30]
        from channel in Pick.Of("hotline", "weibo")
        from body in Pick.Of("幸福家园着火了", "着火了快来", "闻到气味")
        from recused in Pick.Of("", "honglou")
        select Sample.Judged(
            $"{id}", level, probability, kind, lead, place, place is not null, Sample.Noon.AddHours(-hours), channel, body, ["honglou", "yjj"], recused.Length == 0 ? [] : [recused]);

    private static readonly Gen<(List<JudgedRecord> Records, int Seed)> Case =
        Gen.Select(Record.List[1, 40].Select(list => list.DistinctBy(judged => judged.Record.Key).ToList()), Gen.Int);

    [Fact]
    public Task Any_order_and_partition_gives_the_same_alerts() => Case.SampleAsync(async sample =>
    {
        var whole = await RunAsync([sample.Records], workers: 1);
        var cut = await RunAsync(Cut(sample.Records, sample.Seed), workers: 1);
        return whole == cut;
    }, iter: 300);

    [Fact]
    public Task Parts_handled_at_once_give_the_same_alerts() => Case.SampleAsync(async sample =>
    {
        var whole = await RunAsync([sample.Records], workers: 1);
        var cut = await RunAsync(Cut(sample.Records, sample.Seed), workers: 4);
        return whole == cut;
    }, iter: 200);

    [Fact]
    public Task Breaks_at_any_write_with_later_replays_give_the_same_alerts_and_lose_no_card() => Case.SampleAsync(async sample =>
    {
        var whole = await RunAsync([sample.Records], workers: 1);
        var broken = await RunAsync(Cut(sample.Records, sample.Seed), workers: 2, new Random(sample.Seed));
        return whole == broken;
    }, iter: 200);

    private static List<List<JudgedRecord>> Cut(List<JudgedRecord> records, int seed)
    {
        var random = new Random(seed);
        var shuffled = records.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.GroupBy(_ => random.Next(5)).Select(group => group.ToList())];
    }

    private static async Task<string> RunAsync(List<List<JudgedRecord>> parts, int workers, Random? faults = null)
    {
        var store = new MemoryAlertStore(faults is null ? null : _ => Break(faults));
        var desk = new AlertDesk(store, store, new AlertRules(), new FakeTimeProvider(Sample.Noon.AddHours(1)), new Names());
        var queue = new ConcurrentQueue<(int Part, bool Replayed)>(Enumerable.Range(0, parts.Count).Select(part => (part, false)));
        await Task.WhenAll(Enumerable.Range(0, workers).Select(async _ =>
        {
            while (queue.TryDequeue(out var work))
            {
                try
                {
                    await desk.HandleAsync(parts[work.Part], Sample.Part(work.Part, work.Replayed), TestContext.Current.CancellationToken);
                }
                catch (Exception broken) when (broken is IOException or AggregateException)
                {
                    queue.Enqueue((work.Part, true));
                }
            }
        }));
        return Describe(store);
    }

    private static void Break(Random faults)
    {
        if (faults.Next(12) == 0)
        {
            throw new IOException("broken off");
        }
    }

    // Everything that must not depend on the order: alerts, members, levels, words, clocks, and that the news was told.
    private static string Describe(MemoryAlertStore store) => string.Join('\n', store.Ids.Select(id =>
    {
        var log = store.LogOf(id);
        var alert = AlertFold.Of(log).Alert!;
        var row = Assert.Single(store.Rows.Values, row => row.Id == id);
        Assert.Equal(Text(alert), Text(row));
        Assert.Equal(alert.LastSequence, row.LastSequence);
        Assert.Contains(OpenClock.AcknowledgeOf(alert), store.Clocks.Values);
        Assert.Contains(store.Told, told => told.News.Alert.Id == id && told.News.Reason == "opened");
        var members = log.SelectMany(entry => entry.Records ?? []).Distinct().Order().ToList();
        Assert.Equal(members.Count, alert.RecordCount);
        return $"{Text(alert)} {string.Join(',', members)}";
    }));

    private static string Text(Alert alert) =>
        $"{alert.Id} {alert.Unit} {alert.Level} {alert.Doubtful} {alert.Title} {alert.Excerpt} {alert.Kind} {alert.Place} {alert.State} "
        + $"{string.Join(',', alert.Support)} {string.Join(',', alert.Recused)} {string.Join(',', alert.Channels)} {alert.RecordCount} {alert.DayStart:O}";
}
