namespace SentimentWatch.Pipeline.Insights;

/// <summary>The year's evaluation of all policies under watch, by drafting unit (seed, row 16: 年底前公开评价结果和运用情况).</summary>
/// <param name="District">Name of the district.</param>
/// <param name="Year">The year.</param>
/// <param name="To">Last day counted: the year's last one, or today.</param>
/// <param name="MadeAt">When it was made (UTC).</param>
/// <param name="Units">By drafting unit.</param>
public sealed record PolicySheet(string District, int Year, DateOnly To, DateTimeOffset MadeAt, IReadOnlyList<PolicySheetUnit> Units)
{
    /// <summary>Heading.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Title => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{District}{Year}年度政策实施效果评价表");
}

/// <summary>Policies that one unit drafted.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="UnitName">Unit name.</param>
/// <param name="Policies">By day of publication.</param>
public sealed record PolicySheetUnit(string Unit, string UnitName, IReadOnlyList<PolicySheetLine> Policies);

/// <summary>One policy's year.</summary>
/// <param name="Code">Code of the policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="EffectiveOn">First day in force.</param>
/// <param name="Year">Records of the year that speak of it.</param>
/// <param name="Report">Risk, the days before and after publication, and their comparison.</param>
/// <param name="Concerns">What residents said most in the year.</param>
/// <param name="FollowedUp">Records with an answer at follow-up.</param>
/// <param name="Satisfied">Of them satisfied.</param>
/// <param name="Result">One sentence.</param>
public sealed record PolicySheetLine(
    string Code,
    string Name,
    DateOnly PublishedOn,
    DateOnly EffectiveOn,
    PolicyMood Year,
    PolicyReport Report,
    IReadOnlyList<Concern> Concerns,
    int FollowedUp,
    int Satisfied,
    string Result);
