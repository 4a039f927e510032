using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Console.Data;

/// <summary>A unit's code and its full Chinese name.</summary>
public sealed record UnitName(string Code, string Name);

/// <summary>Which alerts a list shows; null means any.</summary>
/// <param name="State">One of the states of an alert.</param>
/// <param name="Level">red, orange, yellow or blue.</param>
/// <param name="Unit">Code of a unit that leads or supports it.</param>
public sealed record AlertFilter(string? State = null, string? Level = null, string? Unit = null);

/// <summary>An alert and its lifecycle, oldest entry first.</summary>
public sealed record AlertFile(Alert Alert, IReadOnlyList<AlertLogEntry> Log);

/// <summary>An event and what persons have set right about it, oldest first.</summary>
public sealed record EventFile(StoredEvent Event, IReadOnlyList<EventStep> Steps);

/// <summary>How a clock is shown.</summary>
/// <param name="Name">Clock and step in Chinese.</param>
/// <param name="Source">The law or document; empty for a limit of the district's own.</param>
/// <param name="MayExtend">True when the law allows an extension.</param>
public sealed record ClockText(string Name, string Source, bool MayExtend);

/// <summary>A lifecycle step that a person wants to take.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Actor">Unit code, or <c>admin</c>.</param>
/// <param name="Step">Step as the log names it.</param>
/// <param name="By">Who and by what way, as the log shows it.</param>
/// <param name="Note">Reason, progress, address or result; null when the step needs none.</param>
/// <param name="To">改派: the unit that leads from then on.</param>
/// <param name="Until">延期: the new date.</param>
public sealed record AlertStepWish(string AlertId, string Actor, string Step, string By, string? Note, string? To, DateOnly? Until = null);

/// <summary>Labels that a review offers.</summary>
/// <param name="Topics">Topic labels.</param>
/// <param name="Functions">Function codes with their names.</param>
public sealed record ReviewChoices(IReadOnlyList<string> Topics, IReadOnlyList<(string Code, string Name)> Functions)
{
    /// <summary>Name of a function; the code itself when it is unknown.</summary>
    public string FunctionName(string code) => Functions.FirstOrDefault(function => function.Code == code).Name ?? code;
}

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
