using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Tests.Insights;

public sealed class OverdueDeskTests
{
    private readonly FakeTimeProvider _clock = new(Samples.At(12));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_legal_clock_lapses_although_the_alert_was_acknowledged_in_time()
    {
        var alert = Handled("A1", Samples.Reply(Samples.At(12).AddDays(-2)), Samples.Reply(Samples.At(13)) with { Clock = "opinion.response" });
        var unit = Assert.Single(await Desk(alert).ReadAsync(null, Ct));
        var clock = Assert.Single(Assert.Single(unit.Matters).Clocks);
        Assert.Equal(("hotline.reply", "热线·答复", "某条例第一条"), (clock.Clock, clock.Name, clock.Source));
        Assert.Equal(Samples.At(12).AddDays(-2), unit.Since);
    }

    [Fact]
    public async Task The_unit_with_most_stands_first_and_in_it_what_waits_longest()
    {
        var units = await Desk(
            Handled("A1", Samples.Reply(Samples.At(11))),
            Handled("A2", Samples.Reply(Samples.At(10))),
            Handled("A3", Samples.Reply(Samples.At(8))) with { Unit = "wsr" },
            Handled("A4", Samples.Reply(Samples.At(20)))).ReadAsync(null, Ct);
        Assert.Equal(["zjj", "wsr"], units.Select(unit => unit.Unit));
        Assert.Equal(["A2", "A1"], units[0].Matters.Select(matter => matter.Alert.Id));
    }

    [Fact]
    public async Task What_was_returned_is_let_lapse_by_the_office_that_must_hand_it_on()
    {
        var returned = Samples.Alert("A1") with { State = AlertState.Returned, Policy = new AlertPolicy("v", new Dictionary<string, LevelPolicy>(), [], 240, "qzfb") };
        Assert.Equal("qzfb", Assert.Single(await Desk(returned).ReadAsync(null, Ct)).Unit);
    }

    [Theory]
    [InlineData(30, "1 分钟")]
    [InlineData(59 * 60, "59 分钟")]
    [InlineData(47 * 3600, "1 天")]
    [InlineData(5 * 3600, "5 小时")]
    public void Length_is_said_in_the_largest_whole_unit(int seconds, string words) =>
        Assert.Equal(words, OverdueWords.Length(Samples.At(0), Samples.At(0).AddSeconds(seconds)));

    private static Alert Handled(string id, params AlertDeadline[] deadlines) => Samples.Alert(id, acknowledged: Samples.At(9, 5)) with { Deadlines = deadlines };

    private OverdueDesk Desk(params Alert[] alerts) => Samples.Overdue(new MemoryAlerts(alerts), _clock);
}
