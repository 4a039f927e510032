using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>
/// Keeps the table <c>topics</c> in step with a book, and tells the book of days before its window, so that it knows the last year. Counts
/// are of the book alone, so that instances write the same.
/// </summary>
internal sealed class TopicKeeper(ITopicDays store, EventBook book)
{
    // A year, the weeks before that day of it, and some.
    private const int RememberedDays = 480;

    // The first days of a window may be there in part.
    private const int Partial = 2;

    private readonly Dictionary<DateOnly, TopicDay> _held = [];
    private bool _counted;

    /// <summary>Reads the days before the window.</summary>
    /// <param name="windowStart">First day of acceptance that the book was made of.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task LoadAsync(DateOnly windowStart, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = ShanghaiTime.DayOf(now);
        foreach (var day in await store.ReadAsync(today.AddDays(-RememberedDays), today, cancellationToken))
        {
            _held[day.Day] = day;
            if (day.Day < windowStart.AddDays(Partial))
            {
                book.Topics.Remember(day);
            }
        }
    }

    /// <summary>Writes what has changed: bursts of today and yesterday, and once for each book the counts of the days of its window that are over.</summary>
    public async Task SaveAsync(DateOnly windowStart, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = ShanghaiTime.DayOf(now);
        var changed = new SortedDictionary<DateOnly, TopicDay>();
        if (!_counted)
        {
            for (var day = windowStart.AddDays(Partial); day < today; day = day.AddDays(1))
            {
                if (book.Topics.CountsOn(day) is { Count: > 0 } counts && !counts.SequenceEqual(Held(day).Counts.OrderBy(count => count.Topic, StringComparer.Ordinal).ThenBy(count => count.Area, StringComparer.Ordinal)))
                {
                    changed[day] = Held(day) with { Counts = counts };
                }
            }
        }

        foreach (var day in new[] { today.AddDays(-1), today })
        {
            var row = changed.GetValueOrDefault(day) ?? Held(day);
            var bursts = book.TopicBursts(day);
            if (bursts.Count != row.Bursts.Count || !bursts.Zip(row.Bursts).All(pair => pair.First.Says(pair.Second)))
            {
                changed[day] = row with { Bursts = bursts };
            }
        }

        if (changed.Count > 0)
        {
            await store.WriteAsync([.. changed.Values], cancellationToken);
        }

        _counted = true;
        foreach (var (day, row) in changed)
        {
            _held[day] = row;
        }
    }

    private TopicDay Held(DateOnly day) => _held.GetValueOrDefault(day) ?? new TopicDay(day, [], []);
}
