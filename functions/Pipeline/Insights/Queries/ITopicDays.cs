using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>The table <c>topics</c>: a row a day; implemented in Storage.</summary>
public interface ITopicDays
{
    /// <summary>The days from <paramref name="from"/> to <paramref name="to"/> (Asia/Shanghai, both included) that have a row, by day. One range query.</summary>
    Task<IReadOnlyList<TopicDay>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Writes whole rows; of two writers the later stays.</summary>
    Task WriteAsync(IReadOnlyList<TopicDay> days, CancellationToken cancellationToken);
}
