using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Tests.Alerts;

public sealed class OpenClockTests
{
    private static readonly DateTimeOffset Opened = Sample.Noon.AddHours(1).ToUniversalTime();

    [Fact]
    public void A_deadline_has_the_next_mark_before_it_and_then_the_next_after_it_and_repeats()
    {
        List<AlertLogEntry> log = [Found(AlertLevel.Red)];
        List<string> taken = [];
        for (var n = 0; n < 6; n++)
        {
            var row = OpenClock.RowsOf(AlertFold.Of(log).Alert!).Where(own => own.Name == OpenClock.Acknowledge).MinBy(own => own.DueAt)!;
            taken.Add($"{row.Kind} {(row.DueAt - Opened).TotalMinutes}");
            log.Add(new AlertLogEntry("A12345678", log.Count + 1, AlertStep.Reminded, row.DueAt, AlertActors.System, Source: row.Source));
        }

        Assert.Equal(["remind 7.5", "due 15", "office 30", "repeat 270", "repeat 510", "repeat 750"], taken);
    }

    [Fact]
    public void A_taken_deadline_drops_the_reminder_before_it()
    {
        var found = Found(AlertLevel.Blue);
        var due = OpenClock.AcknowledgeOf(AlertFold.Of([found]).Alert!);
        var alert = AlertFold.Of([found, new AlertLogEntry(found.AlertId, 2, AlertStep.Escalated, due.DueAt, AlertActors.System, Source: due.Source)]).Alert!;
        Assert.Equal(AlertMark.Office, Assert.Single(OpenClock.RowsOf(alert), row => row.Name == OpenClock.Acknowledge).Kind);
        Assert.Equal([due.Mark], alert.Taken);
    }

    [Fact]
    public void A_person_cannot_take_a_mark_by_naming_its_source()
    {
        var found = Found(AlertLevel.Red);
        var due = OpenClock.AcknowledgeOf(AlertFold.Of([found]).Alert!);
        var alert = AlertFold.Of([found, new AlertLogEntry(found.AlertId, 2, AlertStep.Reminded, due.DueAt, "qzfb via api", Unit: "qzfb", Source: due.Source)]).Alert!;
        Assert.Empty(alert.Taken);
    }

    [Fact]
    public void Rows_are_named_by_moment_alert_and_clock()
    {
        var rows = OpenClock.RowsOf(AlertFold.Of([Found(AlertLevel.Red)]).Alert!);
        Assert.Equal(
            [
                "20261122050730_A12345678_acknowledge:remind", "20261122051500_A12345678_acknowledge",
                "20261122073000_A12345678_opinion-major.authoritative-information:remind", "20261122100000_A12345678_opinion-major.authoritative-information",
            ],
            rows.Select(row => row.RowKey));
    }

    [Fact]
    public void A_raise_starts_the_clocks_of_the_new_level_beside_those_of_the_old()
    {
        var raised = new AlertLogEntry("A12345678", 2, AlertStep.Joined, Opened.AddHours(1), AlertActors.System, Records: ["hotline:2"], Facts: Found(AlertLevel.Orange).Facts);
        var alert = AlertFold.Of([Found(AlertLevel.Yellow), raised]).Alert!;
        Assert.Equal(
            [("acknowledge", 90), ("opinion-major.authoritative-information", 360), ("opinion.response", 2880)],
            alert.Deadlines.Select(deadline => (deadline.Clock, (int)(deadline.DueAt - Opened).TotalMinutes)));
    }

    private static AlertLogEntry Found(string level) => new(
        "A12345678",
        1,
        AlertStep.Found,
        Opened,
        AlertActors.System,
        Records: ["hotline:1"],
        Facts: new MatterFacts(
            "m", "zjj", Opened, level, false, 15, new MatterHead(Opened, "hotline:1", "燃气泄漏", "", null, null, "utilities", ""), Opened, [], [], ["hotline"]))
    {
        Policy = new AlertRules().Policy,
    };
}
