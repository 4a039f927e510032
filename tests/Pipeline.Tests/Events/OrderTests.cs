using CsCheck;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>What a book says depends on the set of records alone.</summary>
public sealed class OrderTests
{
    private static readonly string[] Places = ["锦泊花园小区", "云溪华庭", "翠屏家园", "枫澜新城小区"];

    private static readonly List<EventRecord> All =
    [
        .. Places.SelectMany((place, i) => Told.Lift(place, $"l{i}", Told.Start.AddDays(i * 3))),
        .. Places.SelectMany((place, i) => Told.Smoke(place, $"s{i}", Told.Start.AddDays(i * 5))),
    ];

    private static readonly EventBook Undisturbed = Told.Book(All);

    [Fact]
    public void Order_batches_and_repeats_change_nothing() =>
        Gen.Select(Gen.Shuffle(All.ToArray()), Gen.Int[1, 7], Gen.Int[0, All.Count - 1]).Sample(
            (shuffled, size, again) =>
            {
                var book = Told.Book([.. shuffled.Chunk(size), shuffled[..again]]);
                Assert.Equal(Told.SetsOf(Undisturbed), Told.SetsOf(book));
                Assert.Equal(Told.RaisedOf(Undisturbed), Told.RaisedOf(book));
            },
            iter: 60);

    [Fact]
    public void Two_instances_that_each_saw_a_part_agree_when_they_read_each_others_rows() =>
        Gen.Select(Gen.Shuffle(All.ToArray()), Gen.Int[0, All.Count]).Sample(
            (shuffled, cut) =>
            {
                var (first, second) = (EventRows.Write(shuffled[..cut]), EventRows.Write(shuffled[cut..]));
                var one = Told.Book(EventRows.Read(first), EventRows.Read(second));
                var other = Told.Book(EventRows.Read(second), EventRows.Read(first));
                Assert.Equal(Told.SetsOf(Undisturbed), Told.SetsOf(one));
                Assert.Equal(Told.SetsOf(one), Told.SetsOf(other));
                Assert.Equal(Told.RaisedOf(Undisturbed), Told.RaisedOf(other));
            },
            iter: 30);

    [Fact]
    public void The_same_record_always_has_the_same_sketch()
    {
        var (sketcher, again) = (Told.NewSketcher(), Told.NewSketcher());
        foreach (var (channel, title, body) in Told.LiftTexts.Concat(Told.SmokeTexts).Concat(Told.LiftTexts))
        {
            var record = new SubmittedRecord { Channel = channel, SourceId = "x", ReceivedAt = Told.Start, Title = title, Body = body };
            Assert.Equal(Told.NewSketcher().Draw(record).Terms, sketcher.Draw(record).Terms);
            Assert.Equal(sketcher.Draw(record).Weights, again.Draw(record).Weights);
            Assert.Equal(sketcher.Draw(record).Keys, again.Draw(record).Keys);
        }
    }
}
