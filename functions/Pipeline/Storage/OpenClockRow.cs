using System.Globalization;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>A row of <c>openclocks</c>: all in one partition, ordered by deadline.</summary>
internal static class OpenClockRow
{
    /// <summary>The one partition.</summary>
    public const string Partition = "open";

    /// <summary>Every row due at or before a moment; '~' follows whatever stands behind the second in a key.</summary>
    public static string FilterDue(DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture, $"PartitionKey eq '{Partition}' and RowKey le '{now.UtcDateTime:yyyyMMddHHmmss}~'");

    /// <summary>The row of a clock.</summary>
    public static TableEntity From(OpenClock clock) => new(Partition, clock.RowKey)
    {
        ["AlertId"] = clock.AlertId,
        ["Clock"] = clock.Clock,
        ["DueAt"] = clock.DueAt,
        ["Unit"] = clock.Unit,
        ["Level"] = clock.Level,
    };

    /// <summary>The clock of a row.</summary>
    public static OpenClock Read(TableEntity row) => new(
        row.GetString("AlertId"), row.GetString("Clock"), row.GetDateTimeOffset("DueAt") ?? default, row.GetString("Unit") ?? "", row.GetString("Level") ?? "");
}
