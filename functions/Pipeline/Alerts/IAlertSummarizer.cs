namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Hands over much news at once, of which every unit gets one message: after a stop of the host, say.</summary>
public interface IAlertSummarizer
{
    /// <summary>Queues a summary for each unit that the announcements concern, under a heading such as 系统恢复后汇总. What was told already is not told again.</summary>
    Task SummarizeAsync(string heading, IReadOnlyList<Announcement> announcements, CancellationToken cancellationToken);
}
