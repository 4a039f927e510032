using System.Globalization;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Keeps the decisions to send in the table <c>notifylog</c>: PartitionKey the day of the news (Asia/Shanghai), RowKey <c>{alertId}_{reason}_{target}</c>.</summary>
public sealed class NotifyLog(StorageClients clients) : INotifyLog
{
    private const int TransactionSize = 100;

    // Of more alerts the whole range from the first to the last is read at once.
    private const int MostAlone = 4;

    private readonly TableClient _table = clients.Table(StorageNames.NotifyLog);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NotifyDecision>> ReadAsync(IReadOnlyList<NotifyKey> keys, CancellationToken cancellationToken)
    {
        List<NotifyDecision> found = [];
        foreach (var day in keys.GroupBy(DayOf, key => key.AlertId, StringComparer.Ordinal))
        {
            List<string> alerts = [.. day.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            IEnumerable<(string First, string Last)> ranges = alerts.Count <= MostAlone ? alerts.Select(alert => (alert, alert)) : [(alerts[0], alerts[^1])];
            foreach (var (first, last) in ranges)
            {
                // '`' follows '_': the range holds every row of the alerts.
                var filter = TableClient.CreateQueryFilter($"PartitionKey eq {day.Key} and RowKey ge {first + "_"} and RowKey lt {last + "`"}");
                await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
                {
                    found.Add(Read(row));
                }
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyList<NotifyDecision> decisions, CancellationToken cancellationToken)
    {
        foreach (var day in decisions.GroupBy(decision => DayOf(decision.Key)))
        {
            // A fallback may meet the same target twice; a transaction takes each row once, and the last decision counts.
            var rows = day.GroupBy(decision => KeyOf(decision.Key)).Select(group => From(group.Last()));
            foreach (var chunk in rows.Chunk(TransactionSize))
            {
                await _table.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
            }
        }
    }

    private static string DayOf(NotifyKey key) => ShanghaiTime.DayOf(key.NewsAt).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string KeyOf(NotifyKey key) => $"{key.AlertId}_{key.Reason}_{key.Target}";

    private static TableEntity From(NotifyDecision decision) => new(DayOf(decision.Key), KeyOf(decision.Key))
    {
        ["AlertId"] = decision.Key.AlertId,
        ["Reason"] = decision.Key.Reason,
        ["Target"] = decision.Key.Target,
        ["NewsAt"] = decision.Key.NewsAt,
        ["Outcome"] = decision.Outcome,
        ["Why"] = decision.Why,
        ["At"] = decision.At,
        ["Attempt"] = decision.Attempt,
    };

    private static NotifyDecision Read(TableEntity row) => new(
        new NotifyKey(row.GetDateTimeOffset("NewsAt") ?? default, row.GetString("AlertId"), row.GetString("Reason"), row.GetString("Target")),
        row.GetString("Outcome"),
        row.GetString("Why") ?? "",
        row.GetDateTimeOffset("At") ?? default,
        row.GetInt32("Attempt") ?? 1);
}
