using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Tells the operator in log lines, for units that have no webhook.</summary>
public sealed class ConsoleNotifier(ILogger<ConsoleNotifier> logger) : INotifier
{
    /// <inheritdoc/>
    public string Way => NotifyWay.Console;

    /// <inheritdoc/>
    public int LineBudget => int.MaxValue;

    /// <inheritdoc/>
    public int Fit(IReadOnlyList<Announcement> news)
    {
        ArgumentNullException.ThrowIfNull(news);
        return news.Count;
    }

    /// <inheritdoc/>
    public Task<NotifyResult> SendAsync(NotifyTarget target, Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(notice);
        foreach (var line in notice.Heading is null ? notice.Lines ?? [] : [notice.Heading, .. notice.Lines ?? []])
        {
            logger.NoteOnConsole(target.Unit, line);
        }

        foreach (var news in notice.News)
        {
            var alert = news.Alert;
            logger.AlertOnConsole(alert.Id, alert.Level, news.Reason, alert.Title, target.Unit, alert.AcknowledgeBy, alert.RecordCount);
        }

        return Task.FromResult<NotifyResult>(new NotifyResult.Sent("没有可用的通知地址，已写入运行日志"));
    }
}
