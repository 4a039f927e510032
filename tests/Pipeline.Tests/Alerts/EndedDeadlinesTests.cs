using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Tests.Alerts;

public sealed class EndedDeadlinesTests
{
    private static readonly DateTimeOffset Noon = Sample.Noon;

    [Fact]
    public void A_step_that_fulfils_a_clock_is_kept_with_its_time_and_unit()
    {
        var alert = Fold((AlertStep.Acknowledged, 10), (AlertStep.Handling, 20), (AlertStep.Answered, 200), (AlertStep.Closed, 300));
        Assert.Empty(alert.Deadlines);
        Assert.Equal(
            [("acknowledge", true), ("opinion.response", false), ("hotline.reply", true)],
            alert.Ended.Select(ended => (ended.Clock, ended.Met)));
        Assert.All(alert.Ended, ended => Assert.Equal("zjj", ended.Unit));
    }

    [Fact]
    public void What_was_no_danger_leaves_its_clocks_neither_met_nor_missed() => Assert.Empty(Fold((AlertStep.FalseAlarm, 200)).Ended);

    [Fact]
    public void A_clock_handled_again_ends_again() => Assert.Equal(
        2,
        Fold((AlertStep.Acknowledged, 1), (AlertStep.Handling, 2), (AlertStep.Closed, 3), (AlertStep.Reopened, 4), (AlertStep.Answered, 500)).Ended.Count(ended => ended.Clock == "opinion.response"));

    private static Alert Fold(params (string Step, int Minutes)[] steps)
    {
        var facts = new MatterFacts(
            "m", "zjj", Noon, "yellow", false, 30, new MatterHead(Noon, "hotline:1", "某处 停水", "停水", null, null, "utilities", "供水"), Noon, [], [], ["hotline"])
        {
            Deadlines = [AlertDeadline.Timed("hotline.reply", Noon, TimeSpan.FromDays(5), AlertStop.Closed)],
        };
        var policy = new AlertPolicy(
            "v", new Dictionary<string, LevelPolicy> { ["yellow"] = new(30, [new LevelClock("opinion.response", 120, AlertStop.Answered)]) }, [], 240, "qzfb");
        return AlertFold.Of(
        [
            new AlertLogEntry("A1", 1, AlertStep.Found, Noon, "system", Records: ["hotline:1"], Facts: facts) { Policy = policy },
            new AlertLogEntry("A1", 2, AlertStep.Dispatched, Noon, "system", To: "zjj"),
            .. steps.Select((step, at) => new AlertLogEntry("A1", at + 3, step.Step, Noon.AddMinutes(step.Minutes), "zjj via teams", "已处置", Unit: "zjj")),
        ]).Alert!;
    }
}
