using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Reads back what <see cref="RecordRow"/> wrote; times as Shanghai times.</summary>
internal static class RecordRowReader
{
    public static StoredRecord Read(TableEntity row) => new(
        ReadRecord(row),
        ReadVerdict(row),
        row.GetString("status"),
        row.GetString("eventId") is { Length: > 0 } eventId ? eventId : null,
        Time(row, "acceptedAt") ?? default,
        Time(row, "storedAt") ?? default,
        row.GetInt32("revision") ?? 1,
        DecidedColumns.Read(row));

    public static IReadOnlyList<string> List(TableEntity row, string column) =>
        row.GetString(column)?.Split(RecordRow.ListSeparator) ?? [];

    private static CitizenRecord ReadRecord(TableEntity row) => new()
    {
        Channel = row.GetString("channel"),
        SourceId = row.GetString("sourceId"),
        Version = row.GetInt32("version") ?? 1,
        ReceivedAt = Time(row, "receivedAt") ?? default,
        OccurredAt = Time(row, "occurredAt"),
        Title = row.GetString("title"),
        Body = string.Concat(Enumerable.Range(1, RecordRow.MaxBodyColumns).Select(column => row.GetString(column == 1 ? "body" : $"body{column}"))),
        Place = row.GetString("place"),
        NamedUnit = row.GetString("namedUnit"),
        Kind = row.GetString("kind"),
        SourceUrgency = row.GetString("sourceUrgency"),
        Url = row.GetString("url"),
        CallerHash = row.GetString("callerHash"),
        Reach = row.GetInt64("likes") is not { } likes ? null : new Reach(
            likes, row.GetInt64("comments") ?? 0, row.GetInt64("shares") ?? 0, row.GetInt64("followers") ?? 0),
        Handling = ReadHandling(row),
    };

    private static Handling? ReadHandling(TableEntity row)
    {
        var handling = new Handling
        {
            DispatchedAt = Time(row, "dispatchedAt"),
            DueAt = Time(row, "dueAt"),
            CityDueAt = Time(row, "cityDueAt"),
            AcceptedAt = Time(row, "unitAcceptedAt"),
            ReturnedAt = Time(row, "returnedAt"),
            ReturnReason = row.GetString("returnReason"),
            RepliedAt = Time(row, "repliedAt"),
            Reply = row.GetString("reply"),
            ExtendedTo = Time(row, "extendedTo"),
            FollowUpAt = Time(row, "followUpAt"),
            Satisfied = row.GetBoolean("satisfied"),
            ClosedAt = Time(row, "closedAt"),
        };
        return handling == new Handling() ? null : handling;
    }

    private static Verdict ReadVerdict(TableEntity row) => new(
        row.GetString("channel"),
        row.GetString("sourceId"),
        new SentimentVerdict(row.GetString("sentiment"), Number(row, "pNegative"), Number(row, "pNeutral"), Number(row, "pPositive")),
        new TopicVerdict(row.GetString("topic"), Number(row, "topicConfidence"), TopicScores.Read(row.GetString("topicTop"))),
        new UrgencyVerdict(row.GetString("urgency"), Number(row, "urgencyProbability"), row.GetString("dangerKind"), List(row, "urgencyWhy")),
        new RoutingDecision(
            row.GetString("lead"),
            List(row, "support"),
            row.GetString("function"),
            row.GetString("routingWhy"),
            List(row, "recused"),
            row.GetString("placeName") is { } place ? new PlaceMatch(row.GetString("street"), place, row.GetString("placeLevel")) : null),
        row.GetBoolean("needsReview") ?? false,
        List(row, "why"),
        row.GetString("model"));

    private static DateTimeOffset? Time(TableEntity row, string column) =>
        row.GetDateTimeOffset(column) is { } time ? ShanghaiTime.Of(time) : null;

    private static float Number(TableEntity row, string column) => (float)(row.GetDouble(column) ?? 0);
}
