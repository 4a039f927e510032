using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Reads rows of <c>review</c>, and writes what a person decided into them.</summary>
internal static class ReviewRow
{
    private const string Decided = "decided";

    /// <summary>Reads a row.</summary>
    public static ReviewItem Read(TableEntity row)
    {
        var partition = row.GetString("recordPartition");
        return new ReviewItem(
            RecordKeys.Day(row.PartitionKey),
            row.RowKey,
            row.ETag.ToString(),
            row.GetString("channel"),
            row.GetString("sourceId"),
            RecordKeys.Day(partition[(partition.LastIndexOf('_') + 1)..]),
            row.GetString("title"),
            row.GetString("excerpt") ?? "",
            new ReviewLabels(row.GetString("topic"), row.GetString("sentiment"), row.GetString("urgency"), row.GetString("function")),
            row.GetDouble("topicConfidence") ?? 0,
            row.GetDouble("urgencyProbability") ?? 0,
            row.GetString("lead") ?? "",
            row.GetString("why") is { Length: > 0 } why ? why.Split(RecordRow.ListSeparator) : [],
            row.GetString("model") ?? "",
            row.GetDateTimeOffset("acceptedAt") ?? default,
            IsOpen(row) ? null : ReadDecision(row));
    }

    /// <summary>True while nobody has decided.</summary>
    public static bool IsOpen(TableEntity row) => row.GetString("state") != Decided;

    /// <summary>The columns of a decision.</summary>
    public static TableEntity Of(ReviewItem item, ReviewDecision decision) => new(RecordKeys.Compact(item.Day), item.Key)
    {
        ["state"] = Decided,
        ["decidedTopic"] = decision.Labels.Topic,
        ["decidedSentiment"] = decision.Labels.Sentiment,
        ["decidedUrgency"] = decision.Labels.Urgency,
        ["decidedFunction"] = decision.Labels.Function,
        ["note"] = decision.Note,
        ["decidedBy"] = decision.By,
        ["decidedAt"] = decision.At.ToUniversalTime(),
    };

    private static ReviewDecision ReadDecision(TableEntity row) => new(
        new ReviewLabels(row.GetString("decidedTopic"), row.GetString("decidedSentiment"), row.GetString("decidedUrgency"), row.GetString("decidedFunction")),
        row.GetString("note"),
        row.GetString("decidedBy") ?? "",
        ShanghaiTime.Of(row.GetDateTimeOffset("decidedAt") ?? default));
}
