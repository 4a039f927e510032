using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>The columns of <c>/api/events?kind=topic-burst</c> as CSV.</summary>
internal static class TopicBurstLine
{
    public static Columns<TopicBurst> Columns { get; } = new(
        ("id", line => line.Id),
        ("day", line => line.Day),
        ("name", line => line.Name),
        ("topic", line => line.Topic),
        ("area", line => line.Area),
        ("level", line => line.Level),
        ("days", line => line.Days),
        ("voices", line => line.Voices),
        ("recordCount", line => line.RecordCount),
        ("expected", line => line.Expected),
        ("lead", line => line.Lead),
        ("channels", line => line.Channels),
        ("why", line => line.Why));
}
