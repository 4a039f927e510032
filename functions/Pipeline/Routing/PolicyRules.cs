namespace SentimentWatch.Pipeline.Routing;

/// <summary>How policies are looked at; section <c>policies</c> of <c>rules.json</c>. All of it settings of the district: no law sets them.</summary>
public sealed record PolicyRules
{
    /// <summary>Days before and days from publication that are compared. 7 to 180.</summary>
    public int WindowDays { get; init; } = 60;

    /// <summary>Days before publication in which similar matters tell its risk. 7 to 366.</summary>
    public int RiskDays { get; init; } = 90;

    /// <summary>Records below which shares are not compared. 1 or more.</summary>
    public int MinimumSample { get; init; } = 30;

    /// <summary>How many of the three limits of a level must be reached. 1 to 3.</summary>
    public int SignalsNeeded { get; init; } = 2;

    /// <summary>Limits of the risk levels; what reaches none is blue.</summary>
    public PolicyRiskRules Risk { get; init; } = new(new RiskLimits(20, 0.6, 10), new RiskLimits(8, 0.45, 4), new RiskLimits(2, 0.3, 1));

    /// <summary>The levels, gravest first.</summary>
    internal IReadOnlyList<(string Level, RiskLimits Limits)> RiskLevels => [("red", Risk.Red), ("orange", Risk.Orange), ("yellow", Risk.Yellow)];
}

/// <summary>Limits of each risk level.</summary>
public sealed record PolicyRiskRules(RiskLimits Red, RiskLimits Orange, RiskLimits Yellow);

/// <summary>The limits of one level.</summary>
/// <param name="PerWeek">Similar records a week. Above 0.</param>
/// <param name="NegativeShare">Lower end of the 95 % interval of their negative share. Above 0, at most 1.</param>
/// <param name="Escalated">Records that were urgent, came by 信访 or the supervision line, or from a voice that had spoken of it before. 1 or more.</param>
public sealed record RiskLimits(double PerWeek, double NegativeShare, int Escalated);
