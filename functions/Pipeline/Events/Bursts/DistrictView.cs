using System.Collections.Frozen;
using System.Reflection;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Events;

/// <summary>What the event room knows of a district: how topics and areas are called, and which days are days off. Immutable, thread-safe.</summary>
public sealed class DistrictView
{
    private const string Resource = "troubles.tsv";
    private const char OfUnit = '@';

    private readonly WorkCalendar? _calendar;
    private readonly FrozenSet<int> _years;
    private readonly FrozenDictionary<string, string> _areas;
    private readonly Func<string, string> _unitName;
    private readonly string _whole;
    private readonly List<(string Code, string Name)> _kinds = [];
    private readonly FrozenDictionary<string, string> _topics;

    /// <summary>Of a district.</summary>
    public DistrictView(District district)
        : this(
            district?.Calendar,
            district?.Areas.Streets.ToFrozenDictionary(street => street.Unit, street => Short(street.Name, "街道"), StringComparer.Ordinal),
            district is null ? null : district.Roster.NameOf,
            district is null ? "全区" : Short(district.Name, "区"))
    {
        ArgumentNullException.ThrowIfNull(district);
    }

    private DistrictView(WorkCalendar? calendar, FrozenDictionary<string, string>? areas, Func<string, string>? unitName, string whole)
    {
        _calendar = calendar;
        _years = (calendar?.Years ?? []).ToFrozenSet();
        _areas = areas ?? FrozenDictionary<string, string>.Empty;
        _unitName = unitName ?? (code => code);
        _whole = whole;
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not in the program; build it again."));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t', ' ') is [var code, var name, ..])
            {
                _kinds.Add((code, name));
            }
        }

        _topics = _kinds.ToFrozenDictionary(kind => kind.Code, kind => kind.Name, StringComparer.Ordinal);
    }

    /// <summary>Of no district: codes are names, and days off are weekends.</summary>
    public static DistrictView Bare { get; } = new(null, null, null, "全区");

    /// <summary>The topic of a record: the kind of trouble that it tells of most, or what its unit answers for when it tells of none.</summary>
    internal string TopicOf(Sketch sketch, string lead)
    {
        var (best, kind) = (-1, -1);
        for (var i = sketch.Anchors; i < sketch.Terms.Length; i++)
        {
            var number = SketchTables.IsKind(sketch.Terms[i]) ? (int)(sketch.Terms[i] - SketchTables.KeyOfKind(0)) : -1;
            if (number >= 0 && number < _kinds.Count && sketch.Weights[i] > best)
            {
                (best, kind) = (sketch.Weights[i], number);
            }
        }

        return kind >= 0 ? _kinds[kind].Code : OfUnit + lead;
    }

    /// <summary>Chinese name of a topic.</summary>
    public string TopicName(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.Length > 0 && topic[0] == OfUnit ? _unitName(topic[1..]) + "事项" : _topics.GetValueOrDefault(topic, topic);
    }

    /// <summary>Chinese name of an area; the whole district's for "".</summary>
    public string AreaName(string area) => string.IsNullOrEmpty(area) ? _whole : _areas.GetValueOrDefault(area, area);

    /// <summary>What kind of day it is. A year that the calendar lacks has no holidays here: counts are compared, no right hangs on it.</summary>
    public DayKind KindOf(DateOnly day)
    {
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return _calendar is not null && _years.Contains(day.Year)
            ? _calendar.IsWorkingDay(day) ? DayKind.Workday : isWeekend ? DayKind.Weekend : DayKind.Holiday
            : isWeekend ? DayKind.Weekend : DayKind.Workday;
    }

    private static string Short(string name, string ending) => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;
}

/// <summary>Kinds of days, as far as people call and write more or less on them.</summary>
public enum DayKind
{
    /// <summary>A day of work, 调休 honoured.</summary>
    Workday,

    /// <summary>A Saturday or Sunday off.</summary>
    Weekend,

    /// <summary>A weekday off.</summary>
    Holiday,
}
