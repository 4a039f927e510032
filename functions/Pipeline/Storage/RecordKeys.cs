using System.Globalization;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Keys of the <c>records</c> table.</summary>
public static class RecordKeys
{
    /// <summary><c>{channel}_{yyyyMMdd}</c>: the Shanghai day of receipt.</summary>
    public static string Partition(string channel, DateOnly day) => $"{channel}_{Compact(day)}";

    /// <summary>Partition of a record.</summary>
    public static string Partition(RecordFields record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Partition(record.Channel, ShanghaiTime.DayOf(record.ReceivedAt));
    }

    /// <summary>Row of a record: its id, encoded.</summary>
    public static string Row(RecordFields record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return TableKey.Encode(record.SourceId);
    }

    /// <summary><c>yyyyMMdd</c>.</summary>
    public static string Compact(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The day that <see cref="Compact"/> wrote.</summary>
    public static DateOnly Day(string compact) => DateOnly.ParseExact(compact, "yyyyMMdd", CultureInfo.InvariantCulture);
}
