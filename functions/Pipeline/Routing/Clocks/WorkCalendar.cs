using System.Globalization;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>Working days of the years that the State Council has announced; made of <c>calendar.json</c>.</summary>
public sealed class WorkCalendar
{
    private readonly HashSet<int> _years = [];
    private readonly HashSet<DateOnly> _holidays = [];
    private readonly HashSet<DateOnly> _workdays = [];

    /// <summary>Reads the years.</summary>
    /// <exception cref="DistrictException">A date is none, a holiday is no weekday, or a worked day no weekend.</exception>
    public WorkCalendar(CalendarFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var year in file.Years)
        {
            if (!_years.Add(year.Year))
            {
                throw Fault(year.Year, "stands there twice");
            }

            foreach (var day in year.Holidays.Select(d => Parse(year.Year, d)))
            {
                _ = IsWeekend(day) ? throw Fault(year.Year, $"holiday {day:MM-dd} is a weekend anyway; remove it") : _holidays.Add(day);
            }

            foreach (var day in year.Workdays.Select(d => Parse(year.Year, d)))
            {
                _ = IsWeekend(day) ? _workdays.Add(day) : throw Fault(year.Year, $"workday {day:MM-dd} is a weekday anyway; remove it");
            }
        }
    }

    /// <summary>Years that the calendar knows, ascending.</summary>
    public IReadOnlyList<int> Years => [.. _years.Order()];

    /// <summary>True on a working day, 调休 honoured.</summary>
    /// <exception cref="MissingYearException">The year is not in the calendar: it is never guessed.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        if (!_years.Contains(day.Year))
        {
            throw new MissingYearException(day.Year);
        }

        return _workdays.Contains(day) || (!IsWeekend(day) && !_holidays.Contains(day));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly Parse(int year, string day) =>
        DateOnly.TryParseExact($"{year}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Fault(year, $"'{day}' is no day of that year; write it as MM-dd");

    private static DistrictException Fault(int year, string fault) => new("calendar.json", $"year {year}", fault);
}

/// <summary>The file <c>calendar.json</c>.</summary>
public sealed record CalendarFile(IReadOnlyList<CalendarYear> Years);

/// <summary>One year: weekdays that are holidays and weekend days that are worked, as MM-dd.</summary>
public sealed record CalendarYear(int Year, string Source, IReadOnlyList<string> Holidays, IReadOnlyList<string> Workdays);
