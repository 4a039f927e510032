using Parquet;
using Parquet.Schema;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Records as Apache Parquet. Times are UTC; list columns are joined by spaces.</summary>
internal static class ParquetRecords
{
    private const int GroupRows = 5_000;

    private static readonly Column[] Columns =
    [
        Text("channel", line => line.Channel),
        Text("sourceId", line => line.SourceId),
        Value("version", line => (int?)line.Version),
        Value("receivedAt", line => Utc(line.ReceivedAt)),
        Value("occurredAt", line => Utc(line.OccurredAt)),
        Text("title", line => line.Title),
        Text("body", line => line.Body),
        Text("place", line => line.Place),
        Text("namedUnit", line => line.NamedUnit),
        Text("kind", line => line.Kind),
        Text("sourceUrgency", line => line.SourceUrgency),
        Text("url", line => line.Url),
        Text("status", line => line.Status),
        Value("dueAt", line => Utc(line.DueAt)),
        Value("cityDueAt", line => Utc(line.CityDueAt)),
        Value("extendedTo", line => Utc(line.ExtendedTo)),
        Value("repliedAt", line => Utc(line.RepliedAt)),
        Value("closedAt", line => Utc(line.ClosedAt)),
        Value("satisfied", line => line.Satisfied),
        Text("sentiment", line => line.Sentiment),
        Value("negative", line => (float?)line.Negative),
        Text("topic", line => line.Topic),
        Value("topicConfidence", line => (float?)line.TopicConfidence),
        Text("urgency", line => line.Urgency),
        Value("emergencyProbability", line => (float?)line.EmergencyProbability),
        Text("dangerKind", line => line.DangerKind),
        Text("lead", line => line.Lead),
        Text("leadName", line => line.LeadName),
        Text("support", line => string.Join(' ', line.Support)),
        Text("function", line => line.Function),
        Text("street", line => line.Street),
        Text("placeName", line => line.PlaceName),
        Value("needsReview", line => (bool?)line.NeedsReview),
        Text("eventId", line => line.EventId),
        Value("acceptedAt", line => Utc(line.AcceptedAt)),
        Text("model", line => line.Model),
        Text("decided", line => string.Join(' ', line.Decided)),
        Text("decidedBy", line => line.DecidedBy),
    ];

    public static IEnumerable<string> Names => Columns.Select(column => column.Field.Name);

    public static async Task<long> WriteAsync(IAsyncEnumerable<RecordLine> lines, Stream target, CancellationToken cancellationToken)
    {
        var count = 0L;
        var schema = new ParquetSchema(Columns.Select(column => (Field)column.Field));
        await using var writer = await ParquetWriter.CreateAsync(schema, target, cancellationToken: cancellationToken);
        await foreach (var group in lines.Chunk(GroupRows).WithCancellation(cancellationToken))
        {
            count += group.Length;
            using var rows = writer.CreateRowGroup();
            foreach (var column in Columns)
            {
                await column.WriteAsync(rows, group, cancellationToken);
            }
        }

        return count;
    }

    private static DateTime? Utc(DateTimeOffset? at) => at?.UtcDateTime;

    private static Column Text(string name, Func<RecordLine, string?> read)
    {
        var field = new DataField(name, typeof(string), isNullable: true);
        return new Column(field, (rows, lines, _) => rows.WriteAsync(field, [.. lines.Select(line => read(line)!)]));
    }

    private static Column Value<T>(string name, Func<RecordLine, T?> read)
        where T : struct
    {
        DataField field = typeof(T) == typeof(DateTime)
            ? new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Millis, isNullable: true)
            : new DataField<T>(name, nullable: true);
        return new Column(field, (rows, lines, token) =>
            rows.WriteAsync<T>(field, new ReadOnlyMemory<T?>([.. lines.Select(read)]), cancellationToken: token));
    }

    private sealed record Column(DataField Field, Func<ParquetRowGroupWriter, RecordLine[], CancellationToken, Task> WriteAsync);
}
