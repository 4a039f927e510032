using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>A <see cref="RecordFilter"/> as conditions: what the service can judge, and what only we can.</summary>
internal static class RecordConditions
{
    /// <summary>The channels that are asked for.</summary>
    public static IReadOnlyList<string> ChannelsOf(RecordFilter filter) => filter.Channel is { } channel ? [channel] : Channels.All;

    /// <summary>All days of a channel from one to another.</summary>
    public static string Range(string channel, DateOnly from, DateOnly to) => TableClient.CreateQueryFilter(
        $"PartitionKey ge {RecordKeys.Partition(channel, from)} and PartitionKey le {RecordKeys.Partition(channel, to)}");

    /// <summary>What the service judges, to be appended to a condition on keys; empty when there is nothing.</summary>
    public static string ServerSide(RecordFilter filter) =>
        (filter.Level is { } level ? " and " + TableClient.CreateQueryFilter($"urgency eq {level}") : "")
        + (filter.Status is { } status ? " and " + TableClient.CreateQueryFilter($"status eq {status}") : "");

    /// <summary>The rest: the service knows no "contains".</summary>
    public static bool Holds(RecordFilter filter, StoredRecord stored) =>
        (filter.Unit is not { } unit || stored.Verdict.Routing.Lead == unit || stored.Verdict.Routing.Support.Contains(unit))
        && (string.IsNullOrEmpty(filter.Text) || Says(stored.Record, filter.Text));

    private static bool Says(CitizenRecord record, string text) =>
        Contains(record.Title, text) || Contains(record.Body, text) || Contains(record.Place, text);

    private static bool Contains(string? where, string text) => where?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
