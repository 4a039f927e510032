using System.Text.Json;
using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>When a matter is raised, and how high.</summary>
public sealed class RaiseTests
{
    [Fact]
    public void Three_voices_in_a_week_raise_it_at_the_third()
    {
        var records = Told.Lift("锦泊花园小区", "a", Told.Start);
        var book = new EventBook(new EventRules());

        Assert.Empty(book.Take([records[0]]));
        Assert.Empty(book.Take([records[1]]));
        var change = Assert.Single(book.Take([records[2]]));

        Assert.True(change.IsNew);
        Assert.Equal(records[2].ReceivedAt, change.Event!.State.RaisedAt);
        Assert.False(Assert.Single(book.Take([records[3]])).IsNew);
    }

    [Fact]
    public void Ten_posts_of_one_account_are_one_voice()
    {
        var book = Told.Book([.. Enumerable.Range(0, 10).Select(i => Told.Record($"{i}", Told.LiftTexts[i % 6], "锦泊花园小区", Told.Start.AddHours(i), voice: "one"))]);

        Assert.Empty(book.Raised());
        Assert.Single(book.Matters());
    }

    [Fact]
    public void Many_voices_and_emergencies_lift_the_level_and_the_reason_gives_the_numbers()
    {
        var calm = Assert.Single(Told.Book(Told.Lift("锦泊花园小区", "a", Told.Start)).Raised());
        var grave = Assert.Single(Told.Book([.. Enumerable.Range(0, 30).Select(i => Told.Record($"{i}", Told.LiftTexts[i % 6], "锦泊花园小区", Told.Start.AddHours(i), urgency: i % 10 == 0 ? 2 : 0))]).Raised());

        Assert.Equal("yellow", calm.State.Level);
        Assert.Equal("red", grave.State.Level);
        Assert.Contains("7 天内 30 人经 6 个渠道反映", grave.State.Why, StringComparison.Ordinal);
        Assert.Contains("其中紧急 3 件", grave.State.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_raised_matters_that_prove_one_keep_the_earlier_id()
    {
        // Told so differently that only a third text shows that they are one.
        var lift = Told.Lift("锦泊花园小区", "a", Told.Start);
        var book = new EventBook(new EventRules());
        book.Take(lift);
        var id = Assert.Single(book.Raised()).Id;

        book.Take(Told.Lift("锦泊花园小区", "b", Told.Start.AddDays(-20)));

        Assert.Equal(id, Assert.Single(book.Raised()).Id);
    }

    [Fact]
    public void A_crowd_under_one_key_is_one_matter_in_any_order()
    {
        var crowd = Enumerable.Range(0, 90).Select(i => Told.Record($"{i}", Told.LiftTexts[i % 6], "锦泊花园小区", Told.Start.AddHours(i))).ToList();

        Assert.Equal(90, Assert.Single(Told.Book(crowd).Matters()).Count);
        Assert.Equal(Told.SetsOf(Told.Book(crowd)), Told.SetsOf(Told.Book([.. Enumerable.Reverse(crowd)])));
    }

    [Theory]
    [InlineData("""{"burstVoices":1}""")]
    [InlineData("""{"yellowHeat":30}""")]
    [InlineData("""{"unknown":1}""")]
    public void Faulty_rules_are_refused(string json) =>
        Assert.Throws<JsonException>(() => EventRules.FromJson(JsonDocument.Parse(json).RootElement));
}
