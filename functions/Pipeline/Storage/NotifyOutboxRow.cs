using System.Text.Json;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Limits;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Rows of the table <c>notifyoutbox</c>.</summary>
internal static class NotifyOutboxRow
{
    /// <summary>RowKey of a receiver's state; news has the key of <see cref="KeyOf"/>, which begins with A and a digit.</summary>
    public const string State = "state";

    /// <summary>RowKey of a piece of news.</summary>
    public static string KeyOf(OutgoingNews item) => TableKey.Encode(item.Id);

    /// <summary>The row of a state.</summary>
    public static TableEntity From(string partition, ChannelState state) => new(partition, State)
    {
        ["sent"] = state.Sent.ToBytes(),
        ["groupAt"] = state.GroupAt,
        ["blockedUntil"] = state.BlockedUntil,
        ["flushAt"] = state.FlushAt,
        ["lease"] = state.Lease,
        ["leaseUntil"] = state.LeaseUntil,
        ["puts"] = state.Puts,
        ["turn"] = state.Turn,
        ["deadAddress"] = state.Dead?.Address,
        ["deadAt"] = state.Dead?.At,
        ["deadReportedAt"] = state.Dead?.ReportedAt,
        ["deadWhy"] = state.Dead?.Why,
    };

    /// <summary>Reads a state.</summary>
    public static ChannelState ReadState(TableEntity row) => new()
    {
        Sent = SendLog.FromBytes(row.GetBinary("sent")),
        GroupAt = row.GetDateTimeOffset("groupAt"),
        BlockedUntil = row.GetDateTimeOffset("blockedUntil"),
        FlushAt = row.GetDateTimeOffset("flushAt"),
        Lease = row.GetString("lease"),
        LeaseUntil = row.GetDateTimeOffset("leaseUntil"),
        Puts = row.GetInt64("puts") ?? 0,
        Turn = row.GetInt64("turn") ?? 0,
        Dead = row.GetString("deadAddress") is { } address
            ? new DeadMark(address, row.GetDateTimeOffset("deadAt") ?? default, row.GetDateTimeOffset("deadReportedAt") ?? default, row.GetString("deadWhy") ?? "")
            : null,
    };

    /// <summary>The row of a piece of news.</summary>
    public static TableEntity From(string partition, OutgoingNews item) => new(partition, KeyOf(item))
    {
        ["alertId"] = item.News.Alert.Id,
        ["reason"] = item.News.Reason,
        ["level"] = item.News.Alert.Level,
        ["dueAt"] = item.DueAt,
        ["notBefore"] = item.NotBefore,
        ["attempt"] = item.Attempt,
        ["recheck"] = item.Recheck,
        ["summary"] = item.Summary,
        ["targets"] = JsonSerializer.Serialize(item.Targets, NotifyJson.Plain.IReadOnlyListNotifyTarget),
        ["news"] = JsonSerializer.SerializeToUtf8Bytes(item.News, NotifyJson.Plain.Announcement),
    };

    /// <summary>Reads a piece of news.</summary>
    public static OutgoingNews ReadNews(TableEntity row) => new(
        JsonSerializer.Deserialize(row.GetBinary("news"), NotifyJson.Plain.Announcement)!,
        JsonSerializer.Deserialize(row.GetString("targets"), NotifyJson.Plain.IReadOnlyListNotifyTarget)!)
    {
        DueAt = row.GetDateTimeOffset("dueAt") ?? default,
        NotBefore = row.GetDateTimeOffset("notBefore") ?? default,
        Attempt = row.GetInt32("attempt") ?? 0,
        Recheck = row.GetBoolean("recheck") ?? false,
        Summary = row.GetString("summary"),
    };
}
