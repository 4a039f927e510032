using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Tests.Insights;

public sealed class ClockTallyTests
{
    [Fact]
    public void Clocks_due_in_the_period_are_met_missed_or_open_and_all_of_them_are_due()
    {
        var alert = Samples.Alert("A1", acknowledged: Samples.At(9, 5)) with
        {
            Ended =
            [
                new EndedDeadline("hotline.reply", Samples.At(18), Samples.At(10), "zjj"),
                new EndedDeadline("opinion.response", Samples.At(8), Samples.At(10), "wsr"),
                new EndedDeadline("hotline.reply", Samples.At(18).AddDays(-1), Samples.At(10).AddDays(-1), "zjj"),
                new EndedDeadline(OpenClock.Acknowledge, Samples.At(9, 30), Samples.At(9, 5), "zjj"),
            ],
            Deadlines = [Samples.Reply(Samples.At(11)), Samples.Reply(Samples.At(20)) with { Clock = "opinion.response" }],
        };
        var tallies = ClockTally.Of([alert], Samples.Day, Samples.Day, Samples.At(12));
        Assert.Equal(new ClockTally(1, 1, 1), tallies["zjj"]);
        Assert.Equal(3, tallies["zjj"].Due);
        Assert.Equal(new ClockTally(0, 1, 0), tallies["wsr"]);
    }
}
