using System.Globalization;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Turns a question about alerts into a table filter; every value is quoted by the client library.</summary>
internal static class AlertFilter
{
    // A unit that supports a matter has its own work done by then.
    private static readonly TimeSpan SupportedFor = TimeSpan.FromDays(90);

    /// <summary>
    /// The filter of what other units lead with somebody's support. It bounds the answer to the question's days, or the last 90: with n such alerts
    /// it costs n / 1,000 transactions more, rounded up.
    /// </summary>
    public static string OfSupported(AlertQuery query, int maxAgeDays, DateTimeOffset now)
    {
        var rest = Of(query with { Unit = null, From = query.From ?? now - SupportedFor }, maxAgeDays);
        return TableClient.CreateQueryFilter($"SupportCount gt 0 and PartitionKey ne {query.Unit}") + (rest.Length == 0 ? "" : $" and {rest}");
    }

    /// <summary>The filter. A record may be <paramref name="maxAgeDays"/> old when it opens an alert, so the matter's day bounds the row keys that far.</summary>
    public static string Of(AlertQuery query, int maxAgeDays)
    {
        List<string> parts = [];
        if (query.Unit is { } unit)
        {
            parts.Add(TableClient.CreateQueryFilter($"PartitionKey eq {unit}"));
        }

        if (query.From is { } from)
        {
            parts.Add(TableClient.CreateQueryFilter($"RowKey lt {AlertRow.PrefixOf(from - TimeSpan.FromDays(maxAgeDays + 2))}"));
            parts.Add(TableClient.CreateQueryFilter($"OpenedAt ge {from}"));
        }

        if (query.To is { } to)
        {
            parts.Add(TableClient.CreateQueryFilter($"OpenedAt lt {to}"));
        }

        if (query.State is { } state)
        {
            parts.Add(TableClient.CreateQueryFilter($"State eq {state}"));
        }

        if (query.Level is { } level)
        {
            parts.Add(TableClient.CreateQueryFilter($"Level eq {level}"));
        }

        return string.Join(" and ", parts);
    }

    /// <summary>Names the place after an alert in the order of pages.</summary>
    public static string ContinuationAfter(Alert last) => string.Create(CultureInfo.InvariantCulture, $"{last.OpenedAt.UtcTicks}_{last.Id}");

    /// <summary>Reads a continuation; null when there is none or it is not ours: the first page.</summary>
    public static (long Ticks, string Id)? StartOf(string? continuation) =>
        continuation?.Split('_') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? (at, id)
            : null;
}
