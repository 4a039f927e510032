namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// How many records spoke of a topic (a kind of trouble, or what a unit answers for when no kind is known) in an area (a street) on a day.
/// Depends on the set of records alone. Not thread-safe.
/// </summary>
internal sealed class TopicTally
{
    /// <summary>Instead of a topic or an area: all of them.</summary>
    public const int All = -1;

    private static readonly DaySeries Nothing = new();

    private readonly Dictionary<(int Topic, int Area), DaySeries> _series = [];
    private readonly NumberedNames _topics = new();
    private readonly NumberedNames _areas = new();

    /// <summary>How many topics there are.</summary>
    public int Topics => _topics.Count;

    /// <summary>How many areas there are.</summary>
    public int Areas => _areas.Count;

    /// <summary>The number of a topic.</summary>
    public ushort TopicNumber(string topic) => _topics.NumberOf(topic);

    /// <summary>The number of an area; "" is one too, that of unknown places.</summary>
    public ushort AreaNumber(string area) => _areas.NumberOf(area);

    /// <summary>The topic of a number.</summary>
    public string TopicOf(int number) => _topics.NameOf((ushort)number);

    /// <summary>The area of a number; "" for <see cref="All"/> too.</summary>
    public string AreaOf(int number) => number == All ? "" : _areas.NameOf((ushort)number);

    /// <summary>Counts records of a day.</summary>
    public void Add(int topic, int area, DateOnly day, int count = 1)
    {
        Of(topic, area).Add(day.DayNumber, count);
        Of(topic, All).Add(day.DayNumber, count);
        Of(All, area).Add(day.DayNumber, count);
        Of(All, All).Add(day.DayNumber, count);
    }

    /// <summary>The counts of a topic in an area, of either or both <see cref="All"/>.</summary>
    public DaySeries Series(int topic, int area) => _series.GetValueOrDefault((topic, area), Nothing);

    /// <summary>How many records there are of a day, in order of topics and areas.</summary>
    public IReadOnlyList<TopicCount> CountsOn(DateOnly day) =>
    [
        .. _series.Where(pair => pair.Key.Topic != All && pair.Key.Area != All && pair.Value[day.DayNumber] > 0)
            .Select(pair => new TopicCount(TopicOf(pair.Key.Topic), AreaOf(pair.Key.Area), pair.Value[day.DayNumber]))
            .OrderBy(count => count.Topic, StringComparer.Ordinal).ThenBy(count => count.Area, StringComparer.Ordinal),
    ];

    /// <summary>Takes in counts of a day whose records are not all here.</summary>
    public void Remember(TopicDay day)
    {
        foreach (var (topic, area, count) in day.Counts)
        {
            var (number, place) = (TopicNumber(topic), AreaNumber(area));
            var missing = count - Series(number, place)[day.Day.DayNumber];
            if (missing > 0)
            {
                Add(number, place, day.Day, missing);
            }
        }
    }

    private DaySeries Of(int topic, int area)
    {
        if (!_series.TryGetValue((topic, area), out var series))
        {
            _series[(topic, area)] = series = new DaySeries();
        }

        return series;
    }
}
