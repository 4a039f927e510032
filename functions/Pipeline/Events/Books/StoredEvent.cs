using System.Buffers;
using System.Globalization;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Events;

/// <summary>A raised matter as the table <c>events</c> holds it. Times are UTC.</summary>
public sealed record StoredEvent(string Id)
{
    private const int MostCompared = 5_000;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>State of an event that went up in another.</summary>
    public const string Merged = "merged";

    /// <summary>State of an event whose matter has ended.</summary>
    public const string Closed = "closed";

    /// <summary>Words of its most central record, masked, or what a person called it.</summary>
    public string Title { get; init; } = "";

    /// <summary>Words that most of its records share.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>red, orange, yellow or blue.</summary>
    public string Level { get; init; } = "";

    /// <summary>Lead unit code.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Channel codes.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>One Chinese sentence: the numbers behind the level.</summary>
    public string Why { get; init; } = "";

    /// <summary>new, growing, steady, closed or merged.</summary>
    public string State { get; init; } = "";

    /// <summary>When the record came that raised it.</summary>
    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>Its first record.</summary>
    public DateTimeOffset FirstAt { get; init; }

    /// <summary>Its last record.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Records.</summary>
    public int RecordCount { get; init; }

    /// <summary>Different voices.</summary>
    public int Voices { get; init; }

    /// <summary>Key of the record most like all others.</summary>
    public string Central { get; init; } = "";

    /// <summary>Hash of what title and words were taken from.</summary>
    public string Basis { get; init; } = "";

    /// <summary>The closed event that it takes up again.</summary>
    public string? Predecessor { get; init; }

    /// <summary>The event that it went up in.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Ids of events that went up in it.</summary>
    public IReadOnlyList<string> FormerIds { get; init; } = [];

    /// <summary>The event that its records were part of before.</summary>
    public string? SplitFrom { get; init; }

    /// <summary>True when a person marked it as false.</summary>
    public bool IsFalse { get; init; }

    /// <summary>One Chinese sentence with the words of both sides, when official and other words disagree; for a person to look at.</summary>
    public string? Hint { get; init; }

    /// <summary>Hash of the records that <see cref="Hint"/> was taken from; "" when none could disagree.</summary>
    public string HintBasis { get; init; } = "";

    /// <summary>Its records in order of time.</summary>
    public IReadOnlyList<EventMember> Members { get; init; } = [];

    /// <summary>True when its title comes from a report (举报) or speaks against a unit: it is not quoted in digests.</summary>
    public bool IsReserved { get; init; }

    /// <summary>The alert that tells its lead unit of it; null without one.</summary>
    public string? AlertId { get; init; }

    /// <summary>Units that a record of it speaks against, as far as its records were read.</summary>
    public IReadOnlyList<string> Recused { get; init; } = [];

    /// <summary><see cref="Due"/> of the row that was followed up last; null when none was.</summary>
    public string? Followed { get; init; }

    /// <summary>Stands for all of the row that its records' rows and its alert depend on. The row of a very large event leaves off its latest records: their number stands for those.</summary>
    public string Due => string.Create(
        CultureInfo.InvariantCulture,
        $"{StableHash.Of($"{MergedInto}|{IsFalse}|{Level}|{RecordCount}|{string.Join('|', Members.Take(MostCompared).Select(member => $"{member.Key}@{member.Day.DayNumber}"))}"):x16}");

    /// <summary>Month of the table's partition, <c>yyyyMM</c>, of the first record it had when it was raised.</summary>
    public static string MonthOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return IsId(id) ? id[1..7] : "";
    }

    /// <summary>Id of a matter whose first record has this key and time of receipt.</summary>
    public static string IdOf(string key, DateTimeOffset receivedAt) => string.Create(
        CultureInfo.InvariantCulture, $"E{ShanghaiTime.DayOf(receivedAt):yyyyMMdd}-{StableHash.Of(key) >> 32:x8}");

    /// <summary>True for text that may be an event's id; anything else is never used in an address.</summary>
    public static bool IsId(string? text) =>
        text is { Length: 18 } && text[0] == 'E' && text[9] == '-' && text.AsSpan(1, 8).IndexOfAnyExceptInRange('0', '9') < 0
        && text.AsSpan(10).IndexOfAnyExcept(Hex) < 0;

    /// <summary>True when the row would be the same.</summary>
    public bool Says(StoredEvent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Plain(this) == Plain(other)
            && Terms.SequenceEqual(other.Terms) && Channels.SequenceEqual(other.Channels) && FormerIds.SequenceEqual(other.FormerIds) && Members.SequenceEqual(other.Members);
    }

    /// <summary>True when nothing but more records of the same standing sets it apart from the row that is there.</summary>
    public bool OnlyGrows(StoredEvent old)
    {
        ArgumentNullException.ThrowIfNull(old);
        return Level == old.Level && State == old.State && Lead == old.Lead && MergedInto == old.MergedInto && IsFalse == old.IsFalse && IsReserved == old.IsReserved && Hint == old.Hint
            && (Title == old.Title || Basis != old.Basis) && SplitFrom == old.SplitFrom && FormerIds.SequenceEqual(old.FormerIds) && RecordCount >= old.RecordCount;
    }

    private static string Plain(StoredEvent e) => string.Create(
        CultureInfo.InvariantCulture,
        $"{e.Id}|{e.Title}|{e.Level}|{e.Lead}|{e.Why}|{e.State}|{e.RaisedAt.UtcTicks}|{e.FirstAt.UtcTicks}|{e.LastAt.UtcTicks}|{e.RecordCount}|{e.Voices}|{e.Central}|{e.Basis}|{e.Predecessor}|{e.MergedInto}|{e.SplitFrom}|{e.IsFalse}|{e.IsReserved}|{e.Hint}|{e.HintBasis}");
}

/// <summary>A record of an event.</summary>
/// <param name="Channel">Channel code.</param>
/// <param name="SourceId">The source's id.</param>
/// <param name="Day">Day of receipt, Asia/Shanghai.</param>
public sealed record EventMember(string Channel, string SourceId, DateOnly Day)
{
    /// <summary>Its key, as of the record.</summary>
    public string Key => $"{Channel}:{SourceId}";

    /// <summary>Of the key and time of a record.</summary>
    public static EventMember Of(string key, DateTimeOffset receivedAt)
    {
        ArgumentNullException.ThrowIfNull(key);
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return new EventMember(key[..colon], key[(colon + 1)..], ShanghaiTime.DayOf(receivedAt));
    }
}
