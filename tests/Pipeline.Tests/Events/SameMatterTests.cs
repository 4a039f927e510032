using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>Which records are taken for one matter.</summary>
public sealed class SameMatterTests
{
    [Theory]
    [InlineData("锦泊花园小区")]
    [InlineData("云溪华庭")]
    public void A_matter_told_in_six_registers_is_one(string place)
    {
        var book = Told.Book(Told.Lift(place, "a", Told.Start));

        Assert.Equal(6, Assert.Single(book.Matters()).Count);
    }

    [Fact]
    public void The_same_complaint_about_two_places_is_two_even_word_for_word()
    {
        var book = Told.Book([.. Told.Lift("锦泊花园小区", "a", Told.Start), .. Told.Lift("云溪华庭", "b", Told.Start)]);

        Assert.Equal(2, book.Matters().Count);
        Assert.All(book.Matters(), members => Assert.Single(members.Select(key => key.Split(':')[1][0]).Distinct()));
    }

    [Fact]
    public void Two_troubles_at_one_place_are_two()
    {
        var book = Told.Book([.. Told.Lift("锦泊花园小区", "a", Told.Start), .. Told.Smoke("锦泊花园小区", "b", Told.Start)]);

        Assert.Equal(2, book.Matters().Count);
    }

    [Fact]
    public void Beyond_the_window_it_is_another_matter_that_knows_the_one_before()
    {
        var book = Told.Book(Told.Lift("锦泊花园小区", "a", Told.Start), Told.Lift("锦泊花园小区", "b", Told.Start + LinkRule.Window + TimeSpan.FromDays(9)));

        var raised = book.Raised();
        Assert.Equal(2, raised.Count);
        Assert.Equal(raised[0].Id, raised[1].Predecessor);
        Assert.Equal(EventLife.Closed, raised[0].State.Life);
    }

    [Fact]
    public void Set_phrases_of_the_channels_link_nothing()
    {
        var book = Told.Book(
        [
            Told.Record("1", Channels.Hotline, null, "来电人反映希望相关部门核实处理并回复，谢谢。", Told.Start),
            Told.Record("2", Channels.Hotline, null, "来电人反映希望相关部门核实处理并回复，谢谢。", Told.Start),
        ]);

        Assert.Empty(book.Raised());
    }

    [Fact]
    public void Likeness_does_not_depend_on_which_comes_first()
    {
        var all = Told.Lift("锦泊花园小区", "a", Told.Start).Concat(Told.Smoke("锦泊花园小区", "b", Told.Start)).Select(r => r.Sketch).ToList();
        foreach (var one in all)
        {
            foreach (var other in all)
            {
                Assert.Equal(Score(one, other), Score(other, one));
            }
        }

        static float Score(Sketch a, Sketch b) => LinkRule.Score(
            Likeness.Of(new SketchRow(a.Terms, a.Weights, a.Anchors), new SketchRow(b.Terms, b.Weights, b.Anchors)), TimeSpan.FromDays(3));
    }
}
