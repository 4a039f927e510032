namespace SentimentWatch.Pipeline.Insights;

/// <summary>
/// How a unit answers, over a stated period. Alerts and records that are still open stand in every denominator: silence never
/// improves a rate. A rate is null while its sample is smaller than <see cref="MinimumSample"/> (records) or
/// <see cref="MinimumAlerts"/> (alerts) or <see cref="MinimumClocks"/> (legal clocks), because it would mislead.
/// </summary>
public sealed record UnitResponsiveness
{
    /// <summary>Unit code.</summary>
    public required string Unit { get; init; }

    /// <summary>Unit name.</summary>
    public required string UnitName { get; init; }

    /// <summary>Alerts opened in the period that the unit leads now; the sample of the acknowledgement figures.</summary>
    public int Alerts { get; init; }

    /// <summary>Of them acknowledged.</summary>
    public int Acknowledged { get; init; }

    /// <summary>Of them acknowledged within the limit.</summary>
    public int AcknowledgedInTime { get; init; }

    /// <summary>Acknowledged late, or not at all although the limit has passed.</summary>
    public int Overdue { get; init; }

    /// <summary>Acknowledged in time, of all; 0 to 1.</summary>
    public double? InTimeRate { get; init; }

    /// <summary>Median minutes from opening to acknowledgement; what nobody has acknowledged counts with its age so far. Null without alerts.</summary>
    public double? MedianMinutesToAcknowledge { get; init; }

    /// <summary>Records received in the period that the unit leads; the sample of the three rates.</summary>
    public int Records { get; init; }

    /// <summary>响应率: replied to or closed, of all records; 0 to 1.</summary>
    public double? ResponseRate { get; init; }

    /// <summary>解决率: closed, of all records; 0 to 1.</summary>
    public double? ResolutionRate { get; init; }

    /// <summary>满意率: satisfied at follow-up, of all records, those that nobody followed up included; 0 to 1.</summary>
    public double? SatisfactionRate { get; init; }

    /// <summary>Records with an answer at follow-up.</summary>
    public int FollowedUp { get; init; }

    /// <summary>Records below which the three rates are null.</summary>
    public int MinimumSample { get; init; }

    /// <summary>Alerts below which <see cref="InTimeRate"/> is null.</summary>
    public int MinimumAlerts { get; init; }

    /// <summary>Legal clocks (not our own limit to acknowledge) that fall due in the period: met, missed and open together; the denominator of <see cref="ClocksMetRate"/>.</summary>
    public int ClocksDue { get; init; }

    /// <summary>Of them fulfilled by their deadline.</summary>
    public int ClocksMet { get; init; }

    /// <summary>Of them fulfilled late, or not at all although the deadline has passed.</summary>
    public int ClocksMissed { get; init; }

    /// <summary>Of them neither: they run, and their deadline is still to come.</summary>
    public int ClocksOpen { get; init; }

    /// <summary>Met, of all due; 0 to 1.</summary>
    public double? ClocksMetRate { get; init; }

    /// <summary>Alerts of the period and of the months before it that the unit leads and has not closed.</summary>
    public int OpenMatters { get; init; }

    /// <summary>Of them those with a deadline that has passed and runs on.</summary>
    public int OverdueMatters { get; init; }

    /// <summary>Legal clocks due below which <see cref="ClocksMetRate"/> is null.</summary>
    public int MinimumClocks { get; init; }

    internal static Columns<UnitResponsiveness> Columns { get; } = new(
        ("unit", line => line.Unit),
        ("unitName", line => line.UnitName),
        ("alerts", line => line.Alerts),
        ("acknowledged", line => line.Acknowledged),
        ("acknowledgedInTime", line => line.AcknowledgedInTime),
        ("overdue", line => line.Overdue),
        ("inTimeRate", line => line.InTimeRate),
        ("medianMinutesToAcknowledge", line => line.MedianMinutesToAcknowledge),
        ("records", line => line.Records),
        ("responseRate", line => line.ResponseRate),
        ("resolutionRate", line => line.ResolutionRate),
        ("satisfactionRate", line => line.SatisfactionRate),
        ("followedUp", line => line.FollowedUp),
        ("minimumSample", line => line.MinimumSample),
        ("minimumAlerts", line => line.MinimumAlerts),
        ("clocksDue", line => line.ClocksDue),
        ("clocksMet", line => line.ClocksMet),
        ("clocksMissed", line => line.ClocksMissed),
        ("clocksOpen", line => line.ClocksOpen),
        ("clocksMetRate", line => line.ClocksMetRate),
        ("openMatters", line => line.OpenMatters),
        ("overdueMatters", line => line.OverdueMatters),
        ("minimumClocks", line => line.MinimumClocks));
}
