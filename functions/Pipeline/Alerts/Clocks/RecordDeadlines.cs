using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Alerts.Clocks;

/// <summary>The legal deadlines of a record: those of its channel, and those that its source names itself.</summary>
public sealed class RecordDeadlines
{
    /// <summary>Clock of a deadline that the source names on a channel without a clock of its own.</summary>
    public const string SourceClock = "source.due";

    private readonly DeadlineCalculator _calculator;
    private readonly AlertRules _rules;
    private readonly DeadlineMarks _marks;
    private readonly Extensions _extensions;

    /// <summary>Takes the clocks of each channel from the rules.</summary>
    /// <exception cref="DistrictException">A channel has a clock that <c>clocks.json</c> lacks.</exception>
    public RecordDeadlines(DeadlineCalculator calculator, AlertRules rules)
    {
        ArgumentNullException.ThrowIfNull(calculator);
        ArgumentNullException.ThrowIfNull(rules);
        foreach (var clock in rules.ChannelClocks.Values.SelectMany(clocks => clocks).Where(clock => calculator.Find(clock) is null))
        {
            throw new DistrictException("rules.json", "alerts.channelClocks", $"names '{clock}', which is no clock.step of clocks.json");
        }

        (_calculator, _rules, _marks, _extensions) = (calculator, rules, new DeadlineMarks(calculator), new Extensions(calculator, rules));
    }

    /// <summary>
    /// The deadlines that run. Of the channel's own and the source's two (区交办, 市交办) the earliest binds; a later 延期至 counts within the lawful
    /// extension. What the source reports as done runs no more. A calendar that lacks a year holds nothing up: it is told among the faults.
    /// </summary>
    public RecordClocks Of(CitizenRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var handling = record.Handling ?? new Handling();
        List<AlertDeadline> deadlines = [];
        List<string> faults = [];
        if (handling.ClosedAt is not null)
        {
            return new RecordClocks(deadlines, faults);
        }

        var given = GivenOf(record, handling, faults);
        var taken = false;
        foreach (var clock in _rules.ChannelClocks.GetValueOrDefault(record.Channel) ?? [])
        {
            var stopsAt = _rules.StopsAt.GetValueOrDefault(clock) ?? AlertStop.Closed;
            var answers = stopsAt != AlertStop.Acknowledged;
            taken |= answers;
            if (!IsDone(stopsAt, handling))
            {
                var start = StartOf(record, handling, answers);
                Add(deadlines, clock, stopsAt, start, Earlier(LawfulOf(clock, start, faults), answers ? given : null), handling, faults);
            }
        }

        if (!taken && given is not null && handling.RepliedAt is null)
        {
            Add(deadlines, SourceClock, AlertStop.Closed, StartOf(record, handling, true), given, handling, faults);
        }

        return new RecordClocks(deadlines, faults);
    }

    private void Add(
        List<AlertDeadline> deadlines, string clock, string stopsAt, DateTimeOffset start, DateTimeOffset? due, Handling handling, List<string> faults)
    {
        if (due is not { } binding)
        {
            return;
        }

        deadlines.Add(handling.ExtendedTo is { } date && Whole(date) is var extended && extended > binding
            ? Extended(clock, stopsAt, start, binding, extended, faults)
            : _marks.Of(clock, stopsAt, start, binding, faults));
    }

    private AlertDeadline Extended(string clock, string stopsAt, DateTimeOffset start, DateTimeOffset due, DateTimeOffset extended, List<string> faults)
    {
        var (latest, fault) = _extensions.LatestOf(clock, due);
        if (latest is { } limit && extended <= limit)
        {
            return _marks.Of(clock, stopsAt, due, extended, faults);
        }

        faults.Add(fault ?? $"来源写明的延期（{Text(extended)}）超过“{_calculator.Names.NameOf(clock)}”最迟可延至的 {Text(latest!.Value)}，未采用。");
        return _marks.Of(clock, stopsAt, start, due, faults);
    }

    private DateTimeOffset? LawfulOf(string clock, DateTimeOffset start, List<string> faults)
    {
        try
        {
            return _calculator.Of(clock, start)[0].DueAt;
        }
        catch (MissingYearException e)
        {
            faults.Add(ClockFault.Of($"“{_calculator.Names.NameOf(clock)}”的期限", e));
            return null;
        }
    }

    // 条例 第24条 counts from the unit's receipt of the order, 信访工作条例 第34条 from acceptance; what a source does not tell happened at receipt.
    private static DateTimeOffset StartOf(CitizenRecord record, Handling handling, bool answers)
    {
        var known = record.Channel == Channels.Petition ? handling.AcceptedAt : handling.DispatchedAt;
        return answers && known > record.ReceivedAt ? known.Value : record.ReceivedAt;
    }

    private static DateTimeOffset? GivenOf(CitizenRecord record, Handling handling, List<string> faults)
    {
        DateTimeOffset? earliest = null;
        foreach (var due in new[] { handling.DueAt, handling.CityDueAt }.OfType<DateTimeOffset>().Select(Whole))
        {
            if (due > record.ReceivedAt)
            {
                earliest = Earlier(earliest, due);
            }
            else
            {
                faults.Add($"来源写明的办结期限（{Text(due)}）早于收到时间，未采用。");
            }
        }

        return earliest;
    }

    private static bool IsDone(string stopsAt, Handling handling) => stopsAt switch
    {
        AlertStop.Acknowledged => handling.AcceptedAt is not null || handling.RepliedAt is not null,
        _ => handling.RepliedAt is not null,
    };

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    // A source that writes a day alone means the whole of it.
    private static DateTimeOffset Whole(DateTimeOffset time) =>
        ShanghaiTime.Of(time).TimeOfDay == TimeSpan.Zero ? DeadlineCalculator.EndOf(ShanghaiTime.DayOf(time)) : time;

    private static string Text(DateTimeOffset time) => $"{ShanghaiTime.Of(time):yyyy-MM-dd HH:mm}";
}

/// <summary>What <see cref="RecordDeadlines"/> found.</summary>
/// <param name="Deadlines">Running deadlines, one a clock.</param>
/// <param name="Faults">Why one could not be told or was not taken, one Chinese sentence each.</param>
public sealed record RecordClocks(IReadOnlyList<AlertDeadline> Deadlines, IReadOnlyList<string> Faults);
