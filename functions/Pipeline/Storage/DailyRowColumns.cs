using System.Text.Json;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>A row of <c>daily</c> as columns: one for each count whose name is fixed, JSON for the others.</summary>
internal static class DailyRowColumns
{
    private static readonly string[] Sentiments = ["negative", "neutral", "positive"];
    private static readonly string[] Levels = ["routine", "urgent", "emergency"];

    public static TableEntity Write(DailyRow row)
    {
        var entity = new TableEntity(row.Unit, RecordKeys.Compact(row.Day))
        {
            ["total"] = row.Total,
            ["kinds"] = Json(row.Kinds),
            ["topics"] = Json(row.Topics),
            ["replied"] = row.Handling.Replied,
            ["closed"] = row.Handling.Closed,
            ["followedUp"] = row.Handling.FollowedUp,
            ["satisfied"] = row.Handling.Satisfied,
            ["alertsOpened"] = row.Alerts.Opened,
            ["alertsAcknowledged"] = row.Alerts.Acknowledged,
            ["alertsInTime"] = row.Alerts.InTime,
            ["alertsOverdue"] = row.Alerts.Overdue,
        };
        foreach (var (column, counts, name) in Fixed(row))
        {
            entity[column] = counts[name];
        }

        return entity;
    }

    public static TableEntity Write(DailyHead head)
    {
        var entity = Write(head.Row);
        entity["units"] = Json(head.Row.Units);
        entity["matters"] = JsonSerializer.Serialize(head.Row.Matters, InsightsJson.Plain.IReadOnlyListHotMatter);
        entity["marks"] = JsonSerializer.Serialize(new Dictionary<string, string>(head.Marks), InsightsJson.Plain.DictionaryStringString);
        return entity;
    }

    public static DailyRow Read(TableEntity entity)
    {
        var row = new DailyRow(entity.PartitionKey, RecordKeys.Day(entity.RowKey))
        {
            Total = Number(entity, "total"),
            Kinds = Counts(entity, "kinds"),
            Topics = Counts(entity, "topics"),
            Units = Counts(entity, "units"),
            Matters = entity.GetString("matters") is { } matters ? JsonSerializer.Deserialize(matters, InsightsJson.Plain.IReadOnlyListHotMatter) ?? [] : [],
            Handling = new HandlingCounts(Number(entity, "replied"), Number(entity, "closed"), Number(entity, "followedUp"), Number(entity, "satisfied")),
            Alerts = new AlertCounts(
                Number(entity, "alertsOpened"), Number(entity, "alertsAcknowledged"), Number(entity, "alertsInTime"), Number(entity, "alertsOverdue")),
        };
        foreach (var (column, counts, name) in Fixed(row))
        {
            counts.Add(name, Number(entity, column));
        }

        return row;
    }

    public static DailyHead ReadHead(TableEntity entity) => new(
        Read(entity),
        entity.GetString("marks") is { } marks ? JsonSerializer.Deserialize(marks, InsightsJson.Plain.DictionaryStringString) ?? [] : [],
        entity.ETag.ToString());

    private static IEnumerable<(string Column, Counts Counts, string Name)> Fixed(DailyRow row) =>
        Channels.All.Select(code => (code, row.Channels, code))
            .Concat(Channels.All.SelectMany(code => Sentiments.Select(mood => ($"{code}_{mood}", row.Moods, $"{code}_{mood}"))))
            .Concat(Sentiments.Select(mood => (mood, row.Sentiments, mood)))
            .Concat(Levels.Select(level => (level, row.Levels, level)));

    private static string Json(Counts counts) => JsonSerializer.Serialize(new Dictionary<string, int>(counts.All), InsightsJson.Plain.DictionaryStringInt32);

    private static Counts Counts(TableEntity entity, string column) =>
        entity.GetString(column) is { } text ? new Counts(JsonSerializer.Deserialize(text, InsightsJson.Plain.DictionaryStringInt32) ?? []) : new Counts();

    private static int Number(TableEntity entity, string column) => entity.GetInt32(column) ?? 0;
}
