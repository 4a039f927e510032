using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Tells the operator in a log line, for units that have no webhook.</summary>
public sealed class ConsoleNotifier(ILogger<ConsoleNotifier> logger) : INotifier
{
    /// <inheritdoc/>
    public string Name => "console";

    /// <inheritdoc/>
    public Task<NotifyResult> SendAsync(NotifyTarget target, IReadOnlyList<Announcement> news, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(news);
        foreach (var (reason, _, alert) in news)
        {
            logger.AlertOnConsole(alert.Id, alert.Level, reason, alert.Title, alert.Unit, alert.AcknowledgeBy, alert.RecordCount);
        }

        return Task.FromResult<NotifyResult>(new NotifyResult.Sent("未配置 Teams 地址，已写入运行日志"));
    }
}
