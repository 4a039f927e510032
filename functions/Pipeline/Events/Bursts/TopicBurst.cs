using System.Globalization;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Many who speak of one topic in one area, each of a matter of their own, far more than at other times.</summary>
/// <param name="Day">The day (Asia/Shanghai) on which, or up to which, they spoke.</param>
/// <param name="Topic">Code of the kind of trouble, or <c>@</c> and the code of the unit that answers for it.</param>
/// <param name="Area">Unit code of the street; "" for the whole district.</param>
public sealed record TopicBurst(DateOnly Day, string Topic, string Area)
{
    /// <summary>Its id: day, and hash of topic and area.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"T{Day:yyyyMMdd}-{StableHash.Of(Topic + "|" + Area) >> 32:x8}");

    /// <summary>Chinese name of area and topic.</summary>
    public string Name { get; init; } = "";

    /// <summary>red, orange, yellow or blue.</summary>
    public string Level { get; init; } = "";

    /// <summary>One Chinese sentence with the numbers.</summary>
    public string Why { get; init; } = "";

    /// <summary>How many days up to <see cref="Day"/> it was counted over: 1 or 7.</summary>
    public int Days { get; init; }

    /// <summary>Different voices, without those of raised events.</summary>
    public int Voices { get; init; }

    /// <summary>Records, without those of raised events.</summary>
    public int RecordCount { get; init; }

    /// <summary>Records that were to be expected.</summary>
    public double Expected { get; init; }

    /// <summary>Unit code that most of them belong to.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Channel codes.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>The latest few of the records.</summary>
    public IReadOnlyList<EventMember> Samples { get; init; } = [];

    /// <summary>True when the row would be the same.</summary>
    internal bool Says(TopicBurst other) => Day == other.Day && Topic == other.Topic && Area == other.Area && Level == other.Level && Why == other.Why
        && RecordCount == other.RecordCount && Lead == other.Lead && Channels.SequenceEqual(other.Channels) && Samples.SequenceEqual(other.Samples);
}

/// <summary>What is kept of the topics of a day.</summary>
/// <param name="Day">The day, Asia/Shanghai.</param>
/// <param name="Counts">Records by topic and area; empty while the day is not over.</param>
/// <param name="Bursts">Topics far above what they are at other times.</param>
public sealed record TopicDay(DateOnly Day, IReadOnlyList<TopicCount> Counts, IReadOnlyList<TopicBurst> Bursts);

/// <summary>Records of a topic in an area.</summary>
public sealed record TopicCount(string Topic, string Area, int Count);
