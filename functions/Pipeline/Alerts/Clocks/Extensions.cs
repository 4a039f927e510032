using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts.Clocks;

/// <summary>
/// Says whether a deadline may be put off to a new date: the hotline's by ten working days at most (山东省热线管理办法 2020), a petition's by 30 days
/// (信访工作条例 第34条), others not at all. Progress and measures, which 条例 第24条 asks for too, stand in the step's note.
/// </summary>
public sealed class Extensions(DeadlineCalculator calculator, AlertRules rules)
{
    private const string Step = "extension";

    private readonly DeadlineMarks _marks = new(calculator);

    /// <summary>True for a clock that the law allows to extend.</summary>
    public bool Allows(string clock) => calculator.After(clock, Step) is not null;

    /// <summary>
    /// The deadline after an extension to the end of <paramref name="newDate"/>, or why it may not be. It starts where the first one ended:
    /// <paramref name="firstDue"/>, the deadline before any extension, bounds all extensions together; null when this is the first.
    /// </summary>
    public ExtensionAnswer Check(string clock, DateTimeOffset currentDue, DateOnly newDate, DateTimeOffset? firstDue = null)
    {
        var first = firstDue ?? currentDue;
        var due = DeadlineCalculator.EndOf(newDate);
        var (latest, fault) = LatestOf(clock, first);
        if (latest is not { } limit)
        {
            return new ExtensionAnswer(null, fault);
        }

        if (due <= currentDue)
        {
            return new ExtensionAnswer(null, $"新的期限须晚于现在的期限 {ShanghaiTime.Of(currentDue):yyyy-MM-dd HH:mm}。");
        }

        if (due > limit)
        {
            return new ExtensionAnswer(null, $"“{calculator.Names.NameOf(clock)}”最迟可延至 {ShanghaiTime.Of(limit):yyyy-MM-dd}（{calculator.After(clock, Step)!.Text}）。");
        }

        // A card that falls into a year without calendar does not forbid the extension: the record's own faults tell of it.
        var deadline = _marks.Of(clock, rules.StopsAt.GetValueOrDefault(clock) ?? AlertStop.Closed, first, due, []);
        return new ExtensionAnswer(deadline with { Marks = [.. deadline.Marks.Where(mark => mark.At > currentDue)] }, null);
    }

    /// <summary>Until when the deadline may be put off at most, or why not.</summary>
    internal (DateTimeOffset? Latest, string? Fault) LatestOf(string clock, DateTimeOffset due)
    {
        if (calculator.After(clock, Step) is not { } rule)
        {
            return (null, $"“{calculator.Names.NameOf(clock)}”的期限依规定不能延长。");
        }

        try
        {
            return (calculator.DueAfter(rule, due), null);
        }
        catch (MissingYearException e)
        {
            return (null, ClockFault.Of($"“{calculator.Names.NameOf(clock)}”可以延长到的日期", e));
        }
    }
}

/// <summary>What an extension comes to; one of the two is null.</summary>
/// <param name="Deadline">The new deadline, which starts where the first one ended.</param>
/// <param name="Refusal">Why it may not be, one Chinese sentence.</param>
public sealed record ExtensionAnswer(AlertDeadline? Deadline, string? Refusal);
