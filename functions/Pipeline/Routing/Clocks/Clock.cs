namespace SentimentWatch.Pipeline.Routing;

/// <summary>A legal clock; an entry of <c>clocks.json</c>.</summary>
/// <param name="Code">Code, as the command line takes it.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Rules">Its deadlines.</param>
public sealed record Clock(string Code, string Name, IReadOnlyList<ClockRule> Rules);

/// <summary>One deadline of a clock.</summary>
/// <param name="Step">Code of what must have happened.</param>
/// <param name="Name">What must have happened, Chinese.</param>
/// <param name="Amount">How many units; below 0 counts back, from another deadline only.</param>
/// <param name="Unit">One of <see cref="ClockUnit"/>.</param>
/// <param name="Start">One of <see cref="ClockStart"/>, or <c>clock.step</c> of the deadline that it is counted from.</param>
/// <param name="Text">The rule in short, Chinese.</param>
/// <param name="Source">The law or document it comes from.</param>
/// <param name="Time">Time of the last day (Asia/Shanghai) at which it falls due; null for the day's last second. Not for hours.</param>
public sealed record ClockRule(string Step, string Name, int Amount, string Unit, string Start, string Text, string Source, TimeOnly? Time = null)
{
    /// <summary>True when it is counted from another deadline.</summary>
    public bool Follows => Start.Contains('.', StringComparison.Ordinal);
}

/// <summary>What a clock counts.</summary>
public static class ClockUnit
{
    /// <summary>Hours.</summary>
    public const string Hours = "hours";

    /// <summary>Calendar days, also when the last one is a holiday.</summary>
    public const string Days = "days";

    /// <summary>Working days, 调休 honoured.</summary>
    public const string WorkingDays = "working-days";
}

/// <summary>Where a clock begins to count.</summary>
public static class ClockStart
{
    /// <summary>At the instant of receipt; hours only (民法典 第201条第2款).</summary>
    public const string Receipt = "receipt";

    /// <summary>On the calendar day after receipt: the first day is not counted (民法典 第201条第1款).</summary>
    public const string NextDay = "next-day";

    /// <summary>On the first working day after the day of receipt.</summary>
    public const string NextWorkingDay = "next-working-day";

    /// <summary>On the day of receipt itself, or, of working days, on the first one from then on.</summary>
    public const string SameDay = "same-day";
}
