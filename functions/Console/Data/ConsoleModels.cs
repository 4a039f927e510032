namespace SentimentWatch.Console.Data;

/// <summary>A unit's code and its full Chinese name.</summary>
public sealed record UnitName(string Code, string Name);

/// <summary>One page of a list; <paramref name="Continuation"/> opens the next one, null at the end.</summary>
public sealed record ResultPage<T>(IReadOnlyList<T> Items, string? Continuation);

/// <summary>Which alerts a list shows; null means any.</summary>
/// <param name="State">One of the states of an alert.</param>
/// <param name="Level">red, orange, yellow or blue.</param>
/// <param name="Unit">Lead unit code.</param>
public sealed record AlertFilter(string? State = null, string? Level = null, string? Unit = null);

/// <summary>Records of one channel by mood.</summary>
public sealed record MoodCounts(int Negative, int Neutral, int Positive)
{
    /// <summary>All records.</summary>
    public int Total => Negative + Neutral + Positive;

    /// <summary>Adds two counts.</summary>
    public static MoodCounts operator +(MoodCounts a, MoodCounts b) =>
        new(a.Negative + b.Negative, a.Neutral + b.Neutral, a.Positive + b.Positive);
}

/// <summary>Counts of one day (Asia/Shanghai).</summary>
/// <param name="Day">The day.</param>
/// <param name="ByChannel">Counts by channel code; a channel without records may be absent.</param>
/// <param name="Emergencies">Records judged an emergency.</param>
public sealed record DayCounts(DateOnly Day, IReadOnlyDictionary<string, MoodCounts> ByChannel, int Emergencies)
{
    /// <summary>Counts of a channel; zeros when it is absent.</summary>
    public MoodCounts Of(string channel) => ByChannel.GetValueOrDefault(channel) ?? new MoodCounts(0, 0, 0);

    /// <summary>Counts of all channels.</summary>
    public MoodCounts Total => ByChannel.Values.Aggregate(new MoodCounts(0, 0, 0), (a, b) => a + b);
}

/// <summary>A stored digest.</summary>
/// <param name="Day">The day, or the last day of the week, that it speaks of.</param>
/// <param name="Period">day or week.</param>
public sealed record DigestEntry(DateOnly Day, string Period)
{
    /// <summary>Address form: <c>2026-11-23-day</c>.</summary>
    public string Name => FormattableString.Invariant($"{Day:yyyy-MM-dd}-{Period}");

    /// <summary>Heading form.</summary>
    public string Title => Period == "week" ? $"截至{Day.Year}年{Day.Month}月{Day.Day}日的周报" : $"{Day.Year}年{Day.Month}月{Day.Day}日日报";
}
