using Azure.Data.Tables;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The <c>review</c> table. Rows are merged, so that a person's decision outlives a newer version of the record.</summary>
public sealed class ReviewTable(StorageClients storage) : IReviewStore
{
    private const int MaxText = 500;
    private readonly TableClient _table = storage.Table(StorageNames.Review);

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<JudgedRecord> records, DateTimeOffset acceptedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var day = RecordKeys.Compact(ShanghaiTime.DayOf(acceptedAt));
        var rows = records.DistinctBy(judged => judged.Record.Key).Select(judged => RowOf(judged, day, acceptedAt));
        return TableBatches.WriteAsync(_table, TableTransactionActionType.UpsertMerge, rows, cancellationToken);
    }

    private static TableEntity RowOf(JudgedRecord judged, string day, DateTimeOffset acceptedAt)
    {
        var (record, verdict) = judged;
        return new TableEntity(day, TableKey.Encode(record.Key))
        {
            ["channel"] = record.Channel,
            ["sourceId"] = record.SourceId,
            ["version"] = record.Version,
            ["recordPartition"] = RecordKeys.Partition(record),
            ["recordRow"] = RecordKeys.Row(record),
            ["title"] = Shorten(record.Title),
            ["excerpt"] = Shorten(record.Body),
            ["topic"] = verdict.Topic.Label,
            ["topicConfidence"] = Math.Round(verdict.Topic.Confidence, 4),
            ["sentiment"] = verdict.Sentiment.Label,
            ["urgency"] = verdict.Urgency.Level,
            ["urgencyProbability"] = Math.Round(verdict.Urgency.Probability, 4),
            ["dangerKind"] = verdict.Urgency.Kind,
            ["lead"] = verdict.Routing.Lead,
            ["function"] = verdict.Routing.Function,
            ["why"] = string.Join(RecordRow.ListSeparator, verdict.Why),
            ["model"] = verdict.Model,
            ["acceptedAt"] = acceptedAt.ToUniversalTime(),
        };
    }

    private static string? Shorten(string? text)
    {
        if (text is null || text.Length <= MaxText)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText)];
    }
}
