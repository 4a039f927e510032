using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Alerts of a period.</summary>
public interface IAlertHistory
{
    /// <summary>Alerts opened from <paramref name="from"/> to <paramref name="to"/> (Asia/Shanghai, both included), led by <paramref name="unit"/> or by any unit; newest first.</summary>
    Task<IReadOnlyList<Alert>> OpenedAsync(DateOnly from, DateOnly to, string? unit, CancellationToken cancellationToken);
}
