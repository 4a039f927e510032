using System.Globalization;
using System.Text;

namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>Turns the values of a line into a record, or says why it is none.</summary>
internal static class RecordMapper
{
    private static readonly Field[] HandlingTimes =
        [Field.DispatchedAt, Field.AcceptedAt, Field.ReturnedAt, Field.RepliedAt, Field.ExtendedTo, Field.FollowUpAt, Field.ClosedAt];

    /// <summary>The result for the line; <paramref name="channel"/> is the input's own, empty when each record names one.</summary>
    public static ReadResult Map(int line, RawFields raw, string channel)
    {
        var reason = TryMap(raw, channel, out var record);
        return reason is null ? new ReadResult(line, record, null) : new ReadResult(line, null, reason, raw.Describe());
    }

    private static string? TryMap(RawFields raw, string channel, out SubmittedRecord? record)
    {
        record = null;
        var named = raw[Field.Channel]?.Trim();
        if (channel.Length > 0 && named is not null && !string.Equals(named, channel, StringComparison.Ordinal) && Channels.IsKnown(channel))
        {
            return $"channel '{(named.Length > 20 ? named[..20] : named)}' is not the channel of this input, {channel}; send it to its own channel";
        }

        var id = Id(raw[Field.SourceId]);
        if (id.Contains("E+", StringComparison.Ordinal) && double.TryParse(id, CultureInfo.InvariantCulture, out _))
        {
            return $"sourceId '{id}' has lost digits in a spreadsheet; store the column as text and export again";
        }

        var received = raw[Field.ReceivedAt] ?? (raw.IsExport ? raw[Field.DispatchedAt] : null);
        if (received is null)
        {
            return "receivedAt is missing; give the time at which the channel received the record";
        }

        if (!ShanghaiTime.TryParse(received, out var receivedAt))
        {
            return "receivedAt is not a time; write it like 2026-11-22T08:31:05+08:00";
        }

        if (!TryVersion(raw, out var version))
        {
            return "version is not a whole number; count versions of a record from 1";
        }

        record = new SubmittedRecord
        {
            Channel = channel.Length > 0 ? channel : named ?? "",
            SourceId = id,
            Version = version,
            ReceivedAt = receivedAt,
            OccurredAt = Time(raw, Field.OccurredAt),
            Title = Clean(raw[Field.Title]),
            Body = Clean(raw[Field.Body]) ?? "",
            Place = Join(Clean(raw[Field.Place]), Clean(raw[Field.PlaceDetail])),
            NamedUnit = Clean(raw[Field.NamedUnit]),
            Kind = Kind(raw[Field.Kind]),
            SourceUrgency = Clean(raw[Field.SourceUrgency]),
            Url = Clean(raw[Field.Url]),
            Reach = ReachOf(raw),
            Handling = HandlingOf(raw),
            CallerFields = raw.Caller,
        };
        return RecordValidator.CheckTimeless(record);
    }

    // Spreadsheets guard long ids as ="123" or '123.
    private static string Id(string? text)
    {
        var id = (text ?? "").Trim();
        if (id.StartsWith("=\"", StringComparison.Ordinal) && id.EndsWith('"'))
        {
            id = id[2..^1];
        }

        return new string([.. id.TrimStart('\'').Trim().Where(character => !char.IsControl(character))]);
    }

    // An export has no version: an order that has come further in its handling is the newer one.
    private static bool TryVersion(RawFields raw, out int version)
    {
        version = 1;
        if (raw[Field.Version] is { } text)
        {
            return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out version);
        }

        if (raw.IsExport)
        {
            version += HandlingTimes.Count(field => raw[field] is not null);
        }

        return true;
    }

    // An optional time that cannot be read is left out: the resident's words matter more than the column.
    private static DateTimeOffset? Time(RawFields raw, Field field) => ShanghaiTime.TryParse(raw[field], out var time) ? time : null;

    private static Reach? ReachOf(RawFields raw)
    {
        var reach = new Reach(
            Counts.Parse(raw[Field.Likes]), Counts.Parse(raw[Field.Comments]), Counts.Parse(raw[Field.Shares]), Counts.Parse(raw[Field.Followers]));
        return reach == new Reach() ? null : reach;
    }

    private static Handling? HandlingOf(RawFields raw)
    {
        var handling = new Handling
        {
            DispatchedAt = Time(raw, Field.DispatchedAt),
            DueAt = Time(raw, Field.DueAt),
            CityDueAt = Time(raw, Field.CityDueAt),
            AcceptedAt = Time(raw, Field.AcceptedAt),
            ReturnedAt = Time(raw, Field.ReturnedAt),
            ReturnReason = Clean(raw[Field.ReturnReason]),
            RepliedAt = Time(raw, Field.RepliedAt),
            Reply = Clean(raw[Field.Reply]),
            ExtendedTo = Time(raw, Field.ExtendedTo),
            FollowUpAt = Time(raw, Field.FollowUpAt),
            Satisfied = Satisfied(raw[Field.Satisfied]),
            ClosedAt = Time(raw, Field.ClosedAt),
        };
        return handling == new Handling() ? null : handling;
    }

    // Five grades: 非常满意 满意 基本满意 | 不满意 非常不满意. Anything else ("未回访") says nothing.
    private static bool? Satisfied(string? text) => text?.Trim() switch
    {
        "true" or "True" or "是" or "1" => true,
        "false" or "False" or "否" or "0" => false,
        { } grade when grade.Contains("不满意", StringComparison.Ordinal) => false,
        { } grade when grade.Contains("满意", StringComparison.Ordinal) => true,
        _ => null,
    };

    private static string? Kind(string? text) => text?.Trim() switch
    {
        null => null,
        "inquiry" or "help" or "suggestion" or "complaint" or "report" or "praise" => text.Trim(),
        var word when word.Contains("举报", StringComparison.Ordinal) || word.Contains("检举", StringComparison.Ordinal) || word.Contains("揭发", StringComparison.Ordinal) => "report",
        var word when word.Contains("投诉", StringComparison.Ordinal) || word.Contains("申诉", StringComparison.Ordinal) => "complaint",
        var word when word.Contains("求助", StringComparison.Ordinal) || word.Contains("求决", StringComparison.Ordinal) => "help",
        var word when word.Contains("咨询", StringComparison.Ordinal) => "inquiry",
        var word when word.Contains("建议", StringComparison.Ordinal) => "suggestion",
        var word when word.Contains("表扬", StringComparison.Ordinal) || word.Contains("感谢", StringComparison.Ordinal) => "praise",
        _ => null,
    };

    private static string? Join(string? place, string? detail) =>
        (place, detail) switch
        {
            (null, _) => detail,
            (_, null) => place,
            _ when detail.Contains(place, StringComparison.Ordinal) => detail,
            _ => place + detail,
        };

    /// <summary>Trimmed, without control characters and halves of surrogate pairs; null when nothing is left.</summary>
    private static string? Clean(string? text)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            return null;
        }

        if (!trimmed.Any(character => (char.IsControl(character) && character is not ('\n' or '\t')) || char.IsSurrogate(character) || character == '\uFEFF'))
        {
            return trimmed;
        }

        var clean = new StringBuilder(trimmed.Length);
        foreach (var rune in trimmed.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune.Value != 0xFEFF))
            {
                clean.Append(rune);
            }
        }

        return clean.Length == 0 ? null : clean.ToString();
    }
}
