namespace SentimentWatch.Pipeline.Insights;

/// <summary>Settings of <c>SentimentWatch:Insights</c>.</summary>
public sealed class InsightsOptions
{
    /// <summary>Units that a digest names; the others are summed. 1 to 100.</summary>
    public int DigestUnits { get; set; } = 12;

    /// <summary>Events that a digest lists; the others are counted. 1 to 100.</summary>
    public int DigestEvents { get; set; } = 12;

    /// <summary>Hot matters that a digest lists. 0 to 50.</summary>
    public int DigestMatters { get; set; } = 8;

    /// <summary>Records of one topic and street that make a hot matter. 1 or more.</summary>
    public int MatterMinimum { get; set; } = 3;

    /// <summary>Days back in which an alert that nobody took up is still listed. 1 to 366.</summary>
    public int WaitingDays { get; set; } = 30;

    /// <summary>Days back in which an alert's running deadlines are looked at: a petition may take 90 days, a hotline order less. 1 to 366.</summary>
    public int OverdueDays { get; set; } = 120;

    /// <summary>Overdue matters that a digest lists of one unit; the others are counted. 1 to 100.</summary>
    public int DigestOverdue { get; set; } = 8;

    /// <summary>Records below which a unit's 响应率, 解决率 and 满意率 are not given, because they would mislead. 1 or more.</summary>
    public int MinimumSample { get; set; } = 30;

    /// <summary>Alerts below which a unit's share of timely acknowledgements is not given. 1 or more.</summary>
    public int MinimumAlerts { get; set; } = 5;

    /// <summary>Legal clocks due below which a unit's share of those it met is not given. 1 or more.</summary>
    public int MinimumClocks { get; set; } = 10;
}
