namespace SentimentWatch.Pipeline.Routing;

/// <summary>A unit that can own a matter; an entry of <c>units.json</c>.</summary>
/// <param name="Code">Short code, used as a key everywhere.</param>
/// <param name="Name">Official name as residents see it, the district as 区.</param>
/// <param name="ShortNames">Other names under which texts speak of it.</param>
/// <param name="Kind">office, party, discipline, superior, department, branch, street, institution or enterprise.</param>
/// <param name="Parent">Code of the unit above; null at the top.</param>
/// <param name="Functions">Function codes it serves; may be empty.</param>
/// <param name="PublicEnterprise">True for a public enterprise or institution that serves residents (公共企事业单位).</param>
/// <param name="Source"><c>seed</c> when the district's own document names it, else <c>roster</c>.</param>
public sealed record Unit(
    string Code,
    string Name,
    IReadOnlyList<string> ShortNames,
    string Kind,
    string? Parent,
    IReadOnlyList<string> Functions,
    bool PublicEnterprise,
    string Source);

/// <summary>Kinds of a unit that routing distinguishes.</summary>
public static class UnitKinds
{
    /// <summary>区政府办公室.</summary>
    public const string Office = "office";

    /// <summary>区委 and its offices.</summary>
    public const string Party = "party";

    /// <summary>纪委监委.</summary>
    public const string Discipline = "discipline";

    /// <summary>A unit above the district.</summary>
    public const string Superior = "superior";

    /// <summary>街道办事处.</summary>
    public const string Street = "street";

    /// <summary>区直部门.</summary>
    public const string Department = "department";

    /// <summary>市垂管分局.</summary>
    public const string Branch = "branch";

    /// <summary>事业单位 under a department.</summary>
    public const string Institution = "institution";

    /// <summary>公用企业.</summary>
    public const string Enterprise = "enterprise";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Office, Party, Discipline, Superior, Street, Department, Branch, Institution, Enterprise];
}
