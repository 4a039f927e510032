using Azure;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Keeps alerts in the tables <c>alerts</c>, <c>alertlog</c> and <c>openclocks</c>.</summary>
public sealed class AlertStore(StorageClients clients, AlertRules rules, TimeProvider time) : IAlertStore
{
    private readonly TableClient _alerts = clients.Table(StorageNames.Alerts);
    private readonly TableClient _log = clients.Table(StorageNames.AlertLog);
    private readonly OpenClockTable _clocks = new(clients.Table(StorageNames.OpenClocks));

    /// <inheritdoc/>
    public async Task<bool> TryAppendAsync(IReadOnlyList<AlertLogEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        try
        {
            if (entries.Count == 1)
            {
                await _log.AddEntityAsync(AlertLogRow.From(entries[0]), cancellationToken);
            }
            else
            {
                await _log.SubmitTransactionAsync(
                    entries.Select(entry => new TableTransactionAction(TableTransactionActionType.Add, AlertLogRow.From(entry))), cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AlertLogEntry>> LogAsync(string alertId, CancellationToken cancellationToken, int afterSequence = 0)
    {
        if (!AlertRow.IsId(alertId))
        {
            return [];
        }

        var first = AlertLogRow.KeyOf(afterSequence + 1);
        List<AlertLogEntry> entries = [];
        await foreach (var row in _log.QueryAsync<TableEntity>($"PartitionKey eq '{alertId}' and RowKey ge '{first}'", cancellationToken: cancellationToken))
        {
            entries.Add(AlertLogRow.Read(row));
        }

        return entries;
    }

    /// <inheritdoc/>
    public async Task<bool> TryAddAsync(Alert alert, CancellationToken cancellationToken)
    {
        try
        {
            await _alerts.AddEntityAsync(AlertRow.From(alert), cancellationToken);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        await _alerts.UpsertEntityAsync(AlertRow.From(alert), TableUpdateMode.Replace, cancellationToken);
        foreach (var former in alert.FormerUnits)
        {
            await _alerts.DeleteEntityAsync(former, AlertRow.KeyOf(alert), ETag.All, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task SaveClocksAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken) => _clocks.SaveAsync(clocks, cancellationToken);

    /// <inheritdoc/>
    public Task RemoveClockAsync(OpenClock clock, CancellationToken cancellationToken) => _clocks.RemoveAsync([clock], cancellationToken);

    /// <inheritdoc/>
    public Task RemoveClocksAsync(IReadOnlyList<OpenClock> clocks, CancellationToken cancellationToken) => _clocks.RemoveAsync(clocks, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<OpenClock>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) => _clocks.DueAsync(now, cancellationToken);

    /// <inheritdoc/>
    public async Task<AlertPage> QueryAsync(AlertQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var size = Math.Clamp(query.PageSize, 1, 1000);

        // Rows lie newest first within a unit, not over all: the matching ones are ordered here. The page's start is a place in that order.
        var found = await ReadAsync(AlertFilter.Of(query, rules.AlertMaxAgeDays), cancellationToken);
        if (query is { Supported: true, Unit: { } unit })
        {
            // Rows lie with the lead unit alone, or counts would count them twice: what the unit only supports is picked from those with support.
            var others = await ReadAsync(AlertFilter.OfSupported(query, rules.AlertMaxAgeDays, time.GetUtcNow()), cancellationToken);
            found.AddRange(others.Where(alert => alert.Support.Contains(unit)));
        }

        var start = AlertFilter.StartOf(query.Continuation);
        var rest = found
            .OrderByDescending(alert => alert.OpenedAt.UtcTicks).ThenBy(alert => alert.Id, StringComparer.Ordinal)
            .Where(alert => start is not { } after || alert.OpenedAt.UtcTicks < after.Ticks
                || (alert.OpenedAt.UtcTicks == after.Ticks && string.CompareOrdinal(alert.Id, after.Id) > 0))
            .Take(size + 1)
            .ToList();
        return rest.Count <= size
            ? new AlertPage(rest, null)
            : new AlertPage(rest[..size], AlertFilter.ContinuationAfter(rest[size - 1]));
    }

    private async Task<List<Alert>> ReadAsync(string filter, CancellationToken cancellationToken)
    {
        List<Alert> found = [];
        await foreach (var row in _alerts.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            found.Add(AlertRow.Read(row));
        }

        return found;
    }
}
