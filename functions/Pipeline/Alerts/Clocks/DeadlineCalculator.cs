using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts.Clocks;

/// <summary>Counts the legal deadlines of a district. Thread-safe.</summary>
public sealed class DeadlineCalculator(IReadOnlyList<Clock> clocks, WorkCalendar calendar)
{
    private static readonly TimeOnly EndOfDay = new(23, 59, 59);

    /// <summary>The clocks, as the district has them.</summary>
    public IReadOnlyList<Clock> Clocks => clocks;

    /// <summary>Every deadline of a clock (<c>hotline</c>), or the one of a step (<c>hotline.reply</c>), for what was received then.</summary>
    /// <exception cref="ArgumentException">There is no such clock or step.</exception>
    /// <exception cref="MissingYearException">A day that must be looked at lies in a year that the calendar lacks.</exception>
    public IReadOnlyList<Deadline> Of(string clock, DateTimeOffset received)
    {
        ArgumentException.ThrowIfNullOrEmpty(clock);
        return clocks.FirstOrDefault(c => c.Code == clock) is { } whole
            ? [.. whole.Rules.Select(rule => Count(whole.Code, rule, received))]
            : Find(clock) is { } one
                ? [Count(one.Clock.Code, one.Rule, received)]
                : throw new ArgumentException($"There is no clock '{clock}'.", nameof(clock));
    }

    /// <summary>A rule by clock and step; null when there is none.</summary>
    public (Clock Clock, ClockRule Rule)? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (var clock in clocks)
        {
            foreach (var rule in clock.Rules)
            {
                if (key.Length == clock.Code.Length + 1 + rule.Step.Length && key == $"{clock.Code}.{rule.Step}")
                {
                    return (clock, rule);
                }
            }
        }

        return null;
    }

    /// <summary>What the clocks are called.</summary>
    public ClockNames Names { get; } = new(clocks);

    /// <summary>The rule for a step that is counted from the given deadline, as an extension is from a reply; null when there is none.</summary>
    public ClockRule? After(string key, string step) =>
        clocks.SelectMany(clock => clock.Rules).FirstOrDefault(rule => rule.Start == key && rule.Step == step);

    /// <summary>Counts one rule from a deadline that is already known.</summary>
    /// <exception cref="MissingYearException">A day that must be looked at lies in a year that the calendar lacks.</exception>
    public DateTimeOffset DueAfter(ClockRule rule, DateTimeOffset start) => CountFrom("", rule, start).DueAt;

    /// <summary>The working day so many on from a day, which itself is not counted; below 0 so many back; the day itself for 0.</summary>
    /// <exception cref="MissingYearException">A day that must be looked at lies in a year that the calendar lacks.</exception>
    public DateOnly AddWorkingDays(DateOnly day, int count) => count == 0 ? day : WorkingDays(day, count, false)[^1];

    /// <summary>The last working day before a day.</summary>
    /// <exception cref="MissingYearException">A day that must be looked at lies in a year that the calendar lacks.</exception>
    public DateOnly WorkingDayBefore(DateOnly day) => AddWorkingDays(day, -1);

    /// <summary>The first working day after a day.</summary>
    /// <exception cref="MissingYearException">A day that must be looked at lies in a year that the calendar lacks.</exception>
    public DateOnly FirstWorkingDayAfter(DateOnly day) => AddWorkingDays(day, 1);

    /// <summary>The first day from <paramref name="from"/> on whose receipts this clock can no longer be counted for; null when the calendar never ends it.</summary>
    public DateOnly? UncountableFrom(string clock, DateOnly from)
    {
        // One year beyond the calendar is far enough: there a clock of working days fails at once.
        var end = new DateOnly(calendar.Years.Append(from.Year).Max() + 1, 12, 31);
        for (var day = from; day <= end; day = day.AddDays(1))
        {
            try
            {
                _ = Of(clock, ShanghaiTime.StartOf(day));
            }
            catch (MissingYearException)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>The last second of a day, Asia/Shanghai.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => At(day, EndOfDay);

    private Deadline Count(string clock, ClockRule rule, DateTimeOffset received) =>
        CountFrom(clock, rule, rule.Follows && Find(rule.Start) is { } from ? Count(from.Clock.Code, from.Rule, received).DueAt : received);

    private Deadline CountFrom(string clock, ClockRule rule, DateTimeOffset start)
    {
        var day = ShanghaiTime.DayOf(start);
        var (sameDay, time) = (rule.Start == ClockStart.SameDay, rule.Time ?? EndOfDay);
        switch (rule.Unit)
        {
            case ClockUnit.Hours:
                var due = ShanghaiTime.Of(start).AddHours(rule.Amount);
                return new Deadline(clock, rule, start, day, due.AddTicks(-(due.Ticks % TimeSpan.TicksPerSecond)), []);
            case ClockUnit.Days:
                var step = sameDay ? 0 : Math.Sign(rule.Amount);
                return new Deadline(clock, rule, start, day.AddDays(step), At(day.AddDays(rule.Amount - (sameDay ? 1 : 0)), time), []);
            default:
                var days = WorkingDays(day, rule.Amount, sameDay);
                return new Deadline(clock, rule, start, days[0], At(days[^1], time), days);
        }
    }

    private List<DateOnly> WorkingDays(DateOnly day, int count, bool withFirst)
    {
        var step = Math.Sign(count);
        List<DateOnly> days = new(Math.Abs(count));
        for (var at = withFirst ? day : day.AddDays(step); days.Count < Math.Abs(count); at = at.AddDays(step))
        {
            if (calendar.IsWorkingDay(at))
            {
                days.Add(at);
            }
        }

        return days;
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), ShanghaiTime.Offset);
}
