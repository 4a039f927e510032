using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>A row of <c>alertlog</c>; PartitionKey the alert id, RowKey the sequence in six digits.</summary>
internal static class AlertLogRow
{
    /// <summary>The row key of a sequence.</summary>
    public static string KeyOf(int sequence) => sequence.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The row of an entry.</summary>
    public static TableEntity From(AlertLogEntry entry) => new(entry.AlertId, KeyOf(entry.Sequence))
    {
        ["Step"] = entry.Step,
        ["At"] = entry.At,
        ["By"] = entry.By,
        ["Unit"] = entry.Unit,
        ["To"] = entry.To,
        ["Note"] = entry.Note,
        ["Records"] = entry.Records is null ? null : JsonSerializer.Serialize(entry.Records, AlertsJson.Plain.IReadOnlyListString),
        ["Source"] = entry.Source,
        ["Facts"] = entry.Facts is null ? null : JsonSerializer.Serialize(entry.Facts, AlertsJson.Plain.MatterFacts),
        ["Policy"] = entry.Policy is null ? null : JsonSerializer.Serialize(entry.Policy, AlertsJson.Plain.AlertPolicy),
        ["Chain"] = entry.Chain is null ? null : string.Join(',', entry.Chain),
        ["Deadlines"] = entry.Deadlines is null ? null : JsonSerializer.Serialize(entry.Deadlines, AlertsJson.Plain.IReadOnlyListAlertDeadline),
        ["ReturnBy"] = entry.ReturnBy,
    };

    /// <summary>The entry of a row.</summary>
    public static AlertLogEntry Read(TableEntity row) => new(
        row.PartitionKey,
        int.Parse(row.RowKey, CultureInfo.InvariantCulture),
        row.GetString("Step"),
        row.GetDateTimeOffset("At") ?? default,
        row.GetString("By"),
        row.GetString("Note"),
        row.GetString("Records") is { } records ? JsonSerializer.Deserialize(records, AlertsJson.Plain.IReadOnlyListString) : null,
        row.GetString("Unit") ?? AlertActors.System,
        row.GetString("To"),
        row.GetString("Source"),
        row.GetString("Facts") is { } facts ? JsonSerializer.Deserialize(facts, AlertsJson.Plain.MatterFacts) : null)
    {
        Policy = row.GetString("Policy") is { } policy ? JsonSerializer.Deserialize(policy, AlertsJson.Plain.AlertPolicy) : null,
        Chain = row.GetString("Chain")?.Split(',', StringSplitOptions.RemoveEmptyEntries),
        Deadlines = row.GetString("Deadlines") is { } deadlines ? JsonSerializer.Deserialize(deadlines, AlertsJson.Plain.IReadOnlyListAlertDeadline) : null,
        ReturnBy = row.GetDateTimeOffset("ReturnBy"),
    };
}
