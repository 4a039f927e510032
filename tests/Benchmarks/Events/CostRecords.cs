using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>Judged records without end, five seconds apart. One in three tells of a matter of five; the others each of a matter of their own.</summary>
internal sealed class CostRecords(EventRig rig, int seed)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly BurstMaker _maker = rig.Maker(seed, manyNames: true);
    private readonly Random _random = new(seed);
    private int _made;

    /// <summary>So many more, or some more than that.</summary>
    public List<JudgedRecord> Next(int count)
    {
        var records = new List<SubmittedRecord>(count);
        while (records.Count < count)
        {
            var matter = _maker.Matter(_made + records.Count, _maker.AllKinds[_random.Next(_maker.AllKinds.Count)]);
            records.AddRange(_maker.Tell(matter, _random.Next(12) == 0 ? 5 : 1, Start.AddSeconds(_made * 5), 3));
        }

        _made += records.Count;
        return [.. rig.Mask(records).Select(Judged)];
    }

    private static JudgedRecord Judged(CitizenRecord record) => new(
        record,
        new Verdict(
            record.Channel,
            record.SourceId,
            new SentimentVerdict("negative", 0.9f, 0.08f, 0.02f),
            new TopicVerdict("城乡建设", 0.8f, []),
            new UrgencyVerdict("routine", 0.01f, null, []),
            new RoutingDecision("zjj", [], "housing", "", []),
            false,
            [],
            "cost"));
}
