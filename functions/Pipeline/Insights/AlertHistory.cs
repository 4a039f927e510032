using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Reads whole periods from the alert store, page by page.</summary>
public sealed class AlertHistory(IAlertStore store) : IAlertHistory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Alert>> OpenedAsync(DateOnly from, DateOnly to, string? unit, CancellationToken cancellationToken)
    {
        var found = new List<Alert>();
        var query = new AlertQuery(Unit: unit, From: ShanghaiTime.StartOf(from), To: ShanghaiTime.StartOf(to.AddDays(1)), PageSize: 1000);
        do
        {
            var page = await store.QueryAsync(query, cancellationToken);
            found.AddRange(page.Items);
            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);

        return [.. found.OrderByDescending(alert => alert.OpenedAt).ThenBy(alert => alert.Id, StringComparer.Ordinal)];
    }
}
