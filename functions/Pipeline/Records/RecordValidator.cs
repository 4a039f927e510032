using System.Text;

namespace SentimentWatch.Pipeline.Records;

/// <summary>Says what is wrong with a record, in one sentence that names the field and what to do.</summary>
public static class RecordValidator
{
    /// <summary>Largest field, in bytes of UTF-8.</summary>
    public const int MaxFieldBytes = 256 * 1024;

    /// <summary>Longest id, in characters: encoded it must fit a table key.</summary>
    public const int MaxIdLength = 200;

    /// <summary>Records before this are typing errors, not residents.</summary>
    public static DateTimeOffset Earliest { get; } = new(2000, 1, 1, 0, 0, 0, ShanghaiTime.Offset);

    /// <summary>The reason why <paramref name="record"/> cannot be taken; null when it can. <paramref name="now"/> bounds the time of receipt.</summary>
    public static string? Check(SubmittedRecord record, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(record);
        return CheckTimeless(record) ?? CheckTime(record, now);
    }

    /// <summary>All checks that need no clock.</summary>
    internal static string? CheckTimeless(SubmittedRecord record)
    {
        if (!Channels.IsKnown(record.Channel))
        {
            return $"channel '{Short(record.Channel)}' is unknown; use one of {string.Join(", ", Channels.All)}";
        }

        if (string.IsNullOrWhiteSpace(record.SourceId))
        {
            return "sourceId is missing; give each record the id that the source system knows it by";
        }

        if (record.SourceId.Length > MaxIdLength)
        {
            return $"sourceId is longer than {MaxIdLength} characters; give the source system's own id";
        }

        if (string.IsNullOrWhiteSpace(record.Body))
        {
            return "body is empty; a record needs the text of what the resident said";
        }

        if (record.Version < 1)
        {
            return "version is below 1; count versions of a record from 1";
        }

        return TooLarge(record);
    }

    private static string? CheckTime(SubmittedRecord record, DateTimeOffset now)
    {
        if (record.ReceivedAt < Earliest)
        {
            return $"receivedAt {record.ReceivedAt:yyyy-MM-dd} lies before 2000; give the time at which the channel received the record";
        }

        return record.ReceivedAt > now.AddDays(1)
            ? $"receivedAt {record.ReceivedAt:yyyy-MM-dd} lies more than a day in the future; check the clock or the column of the source"
            : null;
    }

    private static string? TooLarge(SubmittedRecord record)
    {
        (string Name, string? Value)[] fields =
        [
            ("body", record.Body), ("title", record.Title), ("place", record.Place), ("namedUnit", record.NamedUnit), ("url", record.Url),
            ("kind", record.Kind), ("sourceUrgency", record.SourceUrgency),
            ("handling.reply", record.Handling?.Reply), ("handling.returnReason", record.Handling?.ReturnReason),
        ];
        foreach (var (name, value) in fields)
        {
            // Three bytes a character at most, so short fields need no count.
            if (value is not null && value.Length > MaxFieldBytes / 3 && Encoding.UTF8.GetByteCount(value) > MaxFieldBytes)
            {
                return $"{name} is larger than {MaxFieldBytes / 1024} KiB; send the text alone, without attachments";
            }
        }

        return null;
    }

    private static string Short(string? text) => text is { Length: > 20 } ? text[..20] + "…" : text ?? "";
}
