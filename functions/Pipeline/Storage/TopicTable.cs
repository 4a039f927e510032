using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The table <c>topics</c>: PartitionKey <c>yyyyMM</c>, RowKey <c>yyyyMMdd</c>.</summary>
public sealed class TopicTable(StorageClients clients) : ITopicDays
{
    private const int ColumnCharacters = 30_000;

    private readonly TableClient _table = clients.Table(StorageNames.Topics);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TopicDay>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var days = new List<TopicDay>();
        var (first, last) = (RecordKeys.Compact(from), RecordKeys.Compact(to));
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first[..6]} and PartitionKey le {last[..6]} and RowKey ge {first} and RowKey le {last}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            days.Add(Read(row));
        }

        return days;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyList<TopicDay> days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(days);
        foreach (var month in days.Select(RowOf).GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
        {
            await TableBatches.WriteAsync(_table, TableTransactionActionType.UpsertReplace, month, cancellationToken);
        }
    }

    private static TableEntity RowOf(TopicDay day)
    {
        var key = RecordKeys.Compact(day.Day);
        var row = new TableEntity(key[..6], key);
        var counts = day.Counts.GroupBy(count => count.Topic, StringComparer.Ordinal).ToDictionary(
            topic => topic.Key, topic => topic.ToDictionary(count => count.Area, count => count.Count, StringComparer.Ordinal), StringComparer.Ordinal);
        Put(row, "counts", counts.Count == 0 ? "" : JsonSerializer.Serialize(counts, EventRowJson.Plain.DictionaryStringDictionaryStringInt32));
        Put(row, "bursts", day.Bursts.Count == 0 ? "" : JsonSerializer.Serialize([.. day.Bursts], EventRowJson.Plain.ListTopicBurst));
        return row;
    }

    private static TopicDay Read(TableEntity row)
    {
        var counts = Text(row, "counts") is { Length: > 0 } found ? JsonSerializer.Deserialize(found, EventRowJson.Plain.DictionaryStringDictionaryStringInt32) : null;
        var bursts = Text(row, "bursts") is { Length: > 0 } some ? JsonSerializer.Deserialize(some, EventRowJson.Plain.ListTopicBurst) : null;
        return new TopicDay(
            RecordKeys.Day(row.RowKey),
            [.. (counts ?? []).SelectMany(topic => topic.Value.Select(area => new TopicCount(topic.Key, area.Key, area.Value)))],
            bursts ?? []);
    }

    private static void Put(TableEntity row, string column, string text)
    {
        for (int number = 1, start = 0; start < text.Length; number++, start += ColumnCharacters)
        {
            row[Column(column, number)] = text[start..Math.Min(text.Length, start + ColumnCharacters)];
        }
    }

    private static string Text(TableEntity row, string column) =>
        string.Concat(Enumerable.Range(1, int.MaxValue).Select(number => row.GetString(Column(column, number))).TakeWhile(text => text is not null));

    private static string Column(string column, int number) => number == 1 ? column : string.Create(CultureInfo.InvariantCulture, $"{column}{number}");
}
