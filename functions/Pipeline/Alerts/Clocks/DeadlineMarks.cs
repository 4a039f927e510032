using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts.Clocks;

/// <summary>Makes the running deadline of an alert: reminder at half, the deadline, the offices later, and the cards where the law knows them.</summary>
internal sealed class DeadlineMarks(DeadlineCalculator calculator)
{
    private static readonly (string Step, string Mark)[] Cards = [("yellow-card", AlertMark.Yellow), ("red-card", AlertMark.Red)];

    /// <summary>
    /// A deadline with its marks. A yellow card whose moment lies before the start is left out: nobody could have kept it. A card that falls
    /// into a year without calendar is told among the faults.
    /// </summary>
    public AlertDeadline Of(string clock, string stopsAt, DateTimeOffset start, DateTimeOffset due, List<string> faults)
    {
        var (from, to) = (WholeSecond(start), WholeSecond(due));
        var timed = AlertDeadline.Timed(clock, from, to - from, stopsAt);
        List<AlertMark> marks = [.. timed.Marks];
        foreach (var (step, mark) in Cards)
        {
            if (calculator.After(clock, step) is { } rule && MomentOf(clock, rule, to, faults) is { } at && at > from)
            {
                marks.Add(new AlertMark(mark, at));
            }
        }

        return timed with { Marks = [.. marks.OrderBy(mark => mark.At)] };
    }

    private DateTimeOffset? MomentOf(string clock, ClockRule rule, DateTimeOffset due, List<string> faults)
    {
        try
        {
            return calculator.DueAfter(rule, due).ToUniversalTime();
        }
        catch (MissingYearException e)
        {
            faults.Add(ClockFault.Of($"“{calculator.Names.NameOf(clock)}”的{rule.Name}时间", e));
            return null;
        }
    }

    private static DateTimeOffset WholeSecond(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
