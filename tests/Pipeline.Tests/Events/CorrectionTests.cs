using CsCheck;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>What persons set right holds for records that come later, in whatever order they come.</summary>
public sealed class CorrectionTests
{
    private const string Place = "锦泊花园小区";

    private static readonly List<EventRecord> Lift = Told.Lift(Place, "a", Told.Start);
    private static readonly List<EventRecord> Smoke = Told.Smoke("云溪华庭", "s", Told.Start);
    private static readonly List<EventRecord> All = [.. Lift, .. Smoke, .. Told.Lift("云溪华庭", "b", Told.Start.AddDays(1)), .. Told.Smoke(Place, "t", Told.Start.AddDays(2))];

    [Fact]
    public void What_would_bridge_a_cut_joins_the_nearer_side_and_unites_nothing()
    {
        var (one, other) = (Lift[..3], Lift[3..]);
        var step = Step(EventSteps.Split, other, one);
        EventRecord[] fresh = [Told.Record("x", Told.LiftTexts[1], Place, Told.Start.AddDays(8)), Told.Record("y", Told.LiftTexts[4], Place, Told.Start.AddDays(8)), Told.Record("z", Told.LiftTexts[0], Place, Told.Start.AddDays(9))];

        var sets = Told.SetsOf(Book([step], [.. Lift, .. fresh])).ToList();

        Assert.Equal(2, sets.Count);
        Assert.Contains(sets, set => set.Contains("petition:a-1", StringComparison.Ordinal) && set.Contains("petition:x", StringComparison.Ordinal) && set.Contains("hotline:z", StringComparison.Ordinal));
        Assert.Contains(sets, set => set.Contains("minsheng:a-4", StringComparison.Ordinal) && set.Contains("minsheng:y", StringComparison.Ordinal));
        Assert.Equal(2, Book([step], [.. Lift, .. fresh]).Raised().Count);
    }

    [Fact]
    public void Records_moved_to_another_event_stay_there_and_their_like_goes_where_it_is_nearest()
    {
        var step = Step(EventSteps.Split, Lift[3..], Lift[..3]) with { To = "E20260302-00000001", Into = Keys(Smoke) };

        var sets = Told.SetsOf(Book([step], [.. Lift, .. Smoke])).ToList();

        Assert.Equal(2, sets.Count);
        Assert.Contains(string.Join(' ', Keys([.. Lift[3..], .. Smoke]).Order(StringComparer.Ordinal)), sets);
    }

    [Fact]
    public void After_a_merge_later_records_of_either_side_go_to_the_one_even_when_its_first_records_are_gone()
    {
        var step = Step(EventSteps.Merge, Lift, Smoke);
        EventRecord[] fresh = [Told.Record("x", Told.LiftTexts[0], Place, Told.Start.AddDays(9)), Told.Record("y", Told.SmokeTexts[0], "云溪华庭", Told.Start.AddDays(9))];

        Assert.Equal(11, Assert.Single(Book([step], [.. Lift, .. Smoke, .. fresh]).Matters()).Count);
        Assert.Equal(9, Assert.Single(Book([step], [.. Lift[1..], .. Smoke[1..], .. fresh]).Matters()).Count);
    }

    [Fact]
    public void Of_two_steps_that_contradict_each_other_the_later_holds()
    {
        var (merge, split) = (Step(EventSteps.Merge, Lift, Smoke), Step(EventSteps.Split, Smoke, Lift));

        Assert.Equal(2, Book([merge, split], [.. Lift, .. Smoke]).Matters().Count);
        Assert.Single(Book([merge, split, merge], [.. Lift, .. Smoke]).Matters());
    }

    [Fact]
    public Task Steps_between_records_come_to_the_same_as_steps_after_them() =>
        Gen.Select(Gen.Shuffle(All.ToArray()), GenStep.Array[0, 4], Gen.Int[0, All.Count].Array[4], Gen.Int[1, 5]).SampleAsync(
            async (arriving, steps, times, size) =>
            {
                var calm = new EventShelf(new EventRules(), DistrictView.Bare, steps);
                await calm.FillAsync(Rows(All, 9).ToAsyncEnumerable(), CancellationToken.None);

                var due = steps.Zip(times.Order()).ToList();
                var held = new List<EventStep>();
                var seen = new List<SketchBatch>();
                var shelf = new EventShelf(new EventRules(), DistrictView.Bare, []);
                var came = 0;
                foreach (var row in Rows(arriving, size))
                {
                    while (due.Count > 0 && due[0].Second <= came)
                    {
                        held.Add(due[0].First);
                        due.RemoveAt(0);
                        shelf = new EventShelf(new EventRules(), DistrictView.Bare, [.. held]);
                        await shelf.FillAsync(seen.ToAsyncEnumerable(), CancellationToken.None);
                    }

                    shelf.Take([row]);
                    seen.Add(row);
                    came += row.Records.Count;
                }

                if (due.Count > 0)
                {
                    shelf = new EventShelf(new EventRules(), DistrictView.Bare, steps);
                    await shelf.FillAsync(seen.ToAsyncEnumerable(), CancellationToken.None);
                }

                Assert.Equal(Told.SetsOf(calm.Book), Told.SetsOf(shelf.Book));
                Assert.Equal(Told.RaisedOf(calm.Book), Told.RaisedOf(shelf.Book));
            },
            iter: 300);

    private static Gen<EventStep> GenStep { get; } = Gen.Select(Gen.OneOf(Gen.Const(EventSteps.Merge), Gen.Const(EventSteps.Split), Gen.Const("move")), Gen.Shuffle(All.ToArray()), Gen.Int[1, 4], Gen.Int[1, 6], Gen.Int[1, 3]).Select(
        (kind, order, some, others, into) => kind == "move"
            ? Step(EventSteps.Split, order[..some], order[some..(some + others)]) with { Into = Keys(order[(some + others)..(some + others + into)]) }
            : Step(kind, order[..some], order[some..(some + others)]));

    private static List<SketchBatch> Rows(IReadOnlyList<EventRecord> records, int size) =>
        [.. records.Chunk(size).Select((some, i) => new SketchBatch($"{i:0000}", Told.Start.AddMinutes(i), [.. some.Select(record => new SketchedRecord(record, 1))]))];

    private static EventBook Book(IReadOnlyList<EventStep> steps, IReadOnlyList<EventRecord> records)
    {
        var book = new EventBook(new EventRules(), new EventConstraints(steps));
        book.Take(records);
        return book;
    }

    private static EventStep Step(string step, IReadOnlyList<EventRecord> records, IReadOnlyList<EventRecord> others) =>
        new("1", Told.Start, "officer via console", step, "E20260302-00000000", Keys(records), Keys(others), null, null, null);

    private static List<string> Keys(IEnumerable<EventRecord> records) => [.. records.Select(record => record.Key)];
}
