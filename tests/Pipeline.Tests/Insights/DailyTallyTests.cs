using CsCheck;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Tests.Insights;

public sealed class DailyTallyTests
{
    private static readonly Gen<RecordFacts[]> AnyFacts =
        Gen.Select(
            Gen.Int[0, 999],
            Samples.OneOf("hotline", "weibo"),
            Samples.OneOf("zjj", "cgj", "jt"),
            Samples.OneOf("negative", "neutral", "positive"),
            Samples.OneOf<string?>("complaint", "report", null),
            Samples.OneOf<string?>("wsr", "gd", null),
            Gen.Bool)
        .Select((id, channel, unit, mood, kind, street, closed) => Samples.Facts($"N{id}", channel, unit, mood, kind, street, closed))
        .Array[0, 40];

    [Fact]
    public void Order_of_records_does_not_change_a_row() => AnyFacts.Sample(facts =>
    {
        var reversed = facts.Reverse().ToArray();
        Assert.Equal(DailyMark.Of(Tally(facts).All()), DailyMark.Of(Tally(reversed).All()));
        Assert.Equal(Tally(facts).Units(null).Select(DailyMark.Of), Tally(reversed).Units(null).Select(DailyMark.Of));
    });

    [Fact]
    public void Units_add_up_to_everyone() => AnyFacts.Sample(facts =>
    {
        var tally = Tally(facts);
        var all = tally.All();
        Assert.Equal(facts.Length, all.Total);
        Assert.Equal(all.Total, tally.Units(null).Sum(row => row.Total));
        Assert.Equal(all.Total, all.Channels.Sum);
        Assert.Equal(all.Total, all.Moods.Sum);
        Assert.Equal(all.Total, all.Kinds.Sum);
        Assert.Equal(all.Handling.Closed, tally.Units(null).Sum(row => row.Handling.Closed));
    });

    [Fact]
    public void A_report_is_counted_but_never_quoted()
    {
        var all = Tally([Samples.Facts("A1", kind: "report"), Samples.Facts("A2", kind: "report")]).All();
        var matter = Assert.Single(all.Matters);
        Assert.Equal(2, matter.Count);
        Assert.Null(matter.SourceId);
    }

    [Fact]
    public void A_unit_that_lost_its_records_gets_zeros()
    {
        var stored = Tally([Samples.Facts("A1", unit: "zjj")]).Head(null);
        var row = Tally([Samples.Facts("A1", unit: "cgj")]).Units(stored).Single(row => row.Unit == "zjj");
        Assert.Equal(0, row.Total);
    }

    private static DailyTally Tally(IEnumerable<RecordFacts> facts)
    {
        var tally = new DailyTally(Samples.Day);
        foreach (var one in facts)
        {
            tally.Add(one);
        }

        return tally;
    }
}
