using System.Globalization;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>A row of <c>openclocks</c>: all in one partition, ordered by deadline.</summary>
internal static class OpenClockRow
{
    /// <summary>The one partition.</summary>
    public const string Partition = "open";

    /// <summary><c>{dueUtc:yyyyMMddHHmmss}_{alertId}_{clock}</c>.</summary>
    public static string KeyOf(OpenClock clock) => string.Create(
        CultureInfo.InvariantCulture, $"{clock.DueAt.UtcDateTime:yyyyMMddHHmmss}_{clock.AlertId}_{clock.Clock}");

    /// <summary>The row of a clock.</summary>
    public static TableEntity From(OpenClock clock) => new(Partition, KeyOf(clock))
    {
        ["AlertId"] = clock.AlertId,
        ["Clock"] = clock.Clock,
        ["DueAt"] = clock.DueAt,
        ["Unit"] = clock.Unit,
        ["Level"] = clock.Level,
    };
}
