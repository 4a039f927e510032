using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>A row of <c>alerts</c>; PartitionKey the lead unit, RowKey the reverse ticks of the matter's day and the alert id.</summary>
internal static class AlertRow
{
    /// <summary>True for the form that alert ids have.</summary>
    public static bool IsId(string? id) => id is { Length: >= 2 and <= 16 } && id[0] == 'A' && id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The row key.</summary>
    public static string KeyOf(Alert alert) => $"{PrefixOf(alert.DayStart)}_{alert.Id}";

    /// <summary>Reverse ticks, so that later comes first.</summary>
    public static string PrefixOf(DateTimeOffset time) => (DateTime.MaxValue.Ticks - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The row of an alert.</summary>
    public static TableEntity From(Alert alert) => new(alert.Unit, KeyOf(alert))
    {
        ["AlertId"] = alert.Id,
        ["Level"] = alert.Level,
        ["Doubtful"] = alert.Doubtful,
        ["Title"] = alert.Title,
        ["Excerpt"] = alert.Excerpt,
        ["Kind"] = alert.Kind,
        ["Place"] = alert.Place,
        ["Function"] = alert.Function,
        ["Why"] = alert.Why,
        ["Support"] = Join(alert.Support),
        ["Recused"] = Join(alert.Recused),
        ["DayStart"] = alert.DayStart,
        ["OpenedAt"] = alert.OpenedAt,
        ["AcknowledgeBy"] = alert.AcknowledgeBy,
        ["State"] = alert.State,
        ["AcknowledgedAt"] = alert.AcknowledgedAt,
        ["AcknowledgedBy"] = alert.AcknowledgedBy,
        ["AcknowledgedSupport"] = Join(alert.AcknowledgedSupport),
        ["FormerUnits"] = Join(alert.FormerUnits),
        ["ClosedAt"] = alert.ClosedAt,
        ["RecordCount"] = alert.RecordCount,
        ["Channels"] = Join(alert.Channels),
        ["LastSequence"] = alert.LastSequence,
        ["SupportCount"] = alert.Support.Count,
        ["Street"] = alert.Street,
        ["Round"] = alert.Round,
        ["ReturnBy"] = alert.ReturnBy,
        ["Supervised"] = alert.Supervised,
        ["Card"] = alert.Card,
        ["Proposed"] = alert.Proposed,
        ["ExtendedTo"] = alert.ExtendedTo,
        ["Chain"] = Join(alert.Chain),
        ["EscalatedTo"] = Join(alert.EscalatedTo),
        ["Taken"] = Join(alert.Taken),
        ["Deadlines"] = JsonSerializer.Serialize(alert.Deadlines, AlertsJson.Plain.IReadOnlyListAlertDeadline),
        ["Ended"] = alert.Ended.Count == 0 ? null : JsonSerializer.Serialize(alert.Ended, AlertsJson.Plain.IReadOnlyListEndedDeadline),
        ["ClockFaults"] = alert.ClockFaults.Count == 0 ? null : JsonSerializer.Serialize(alert.ClockFaults, AlertsJson.Plain.IReadOnlyListString),
        ["EventId"] = alert.Event?.Id,
        ["OfEvent"] = alert.OfEvent ? true : null,
        ["Event"] = alert.Event is null ? null : JsonSerializer.Serialize(alert.Event, AlertsJson.Plain.AlertEvent),
        ["Policy"] = alert.Policy is null ? null : JsonSerializer.Serialize(alert.Policy, AlertsJson.Plain.AlertPolicy),
    };

    /// <summary>The alert of a row.</summary>
    public static Alert Read(TableEntity row) => new()
    {
        Id = row.GetString("AlertId"),
        Unit = row.PartitionKey,
        Level = row.GetString("Level"),
        Doubtful = row.GetBoolean("Doubtful") ?? false,
        Title = row.GetString("Title"),
        Excerpt = row.GetString("Excerpt") ?? "",
        Kind = row.GetString("Kind"),
        Place = row.GetString("Place"),
        Function = row.GetString("Function") ?? "other",
        Why = row.GetString("Why") ?? "",
        Support = Split(row.GetString("Support")),
        Recused = Split(row.GetString("Recused")),
        DayStart = row.GetDateTimeOffset("DayStart") ?? default,
        OpenedAt = row.GetDateTimeOffset("OpenedAt") ?? default,
        AcknowledgeBy = row.GetDateTimeOffset("AcknowledgeBy") ?? default,
        State = row.GetString("State"),
        AcknowledgedAt = row.GetDateTimeOffset("AcknowledgedAt"),
        AcknowledgedBy = row.GetString("AcknowledgedBy"),
        AcknowledgedSupport = Split(row.GetString("AcknowledgedSupport")),
        FormerUnits = Split(row.GetString("FormerUnits")),
        ClosedAt = row.GetDateTimeOffset("ClosedAt"),
        RecordCount = row.GetInt32("RecordCount") ?? 0,
        Channels = Split(row.GetString("Channels")),
        LastSequence = row.GetInt32("LastSequence") ?? 0,
        Street = row.GetString("Street"),
        Round = row.GetInt32("Round") ?? 0,
        ReturnBy = row.GetDateTimeOffset("ReturnBy"),
        Supervised = row.GetBoolean("Supervised") ?? false,
        Card = row.GetString("Card"),
        Proposed = row.GetString("Proposed"),
        ExtendedTo = row.GetDateTimeOffset("ExtendedTo"),
        Chain = Split(row.GetString("Chain")),
        EscalatedTo = Split(row.GetString("EscalatedTo")),
        Taken = Split(row.GetString("Taken")),
        Deadlines = row.GetString("Deadlines") is { } deadlines ? JsonSerializer.Deserialize(deadlines, AlertsJson.Plain.IReadOnlyListAlertDeadline)! : [],
        Ended = row.GetString("Ended") is { } ended ? JsonSerializer.Deserialize(ended, AlertsJson.Plain.IReadOnlyListEndedDeadline)! : [],
        ClockFaults = row.GetString("ClockFaults") is { } faults ? JsonSerializer.Deserialize(faults, AlertsJson.Plain.IReadOnlyListString)! : [],
        OfEvent = row.GetBoolean("OfEvent") ?? false,
        Event = row.GetString("Event") is { } one ? JsonSerializer.Deserialize(one, AlertsJson.Plain.AlertEvent) : null,
        Policy = row.GetString("Policy") is { } policy ? JsonSerializer.Deserialize(policy, AlertsJson.Plain.AlertPolicy) : null,
    };

    private static string Join(IReadOnlyList<string> codes) => string.Join(',', codes);

    private static string[] Split(string? codes) => codes?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
