namespace SentimentWatch.Pipeline.Routing;

/// <summary>A policy that the district watches; an entry of <c>policies.json</c>.</summary>
/// <param name="Code">Code, as addresses and the command line take it: lower-case letters, digits and hyphens.</param>
/// <param name="Name">Name of the document.</param>
/// <param name="Unit">Unit code of the drafting unit.</param>
/// <param name="PublishedOn">Day of publication, Asia/Shanghai.</param>
/// <param name="EffectiveOn">First day in force; not before publication.</param>
/// <param name="Keywords">Words by which records speak of it; <c>补贴…电梯</c> is a pair of which both must stand in the record.</param>
public sealed record Policy(string Code, string Name, string Unit, DateOnly PublishedOn, DateOnly EffectiveOn, IReadOnlyList<string> Keywords)
{
    /// <summary>Words of the matters that it settles, in the same form: with the keywords they find similar records from before it.</summary>
    public IReadOnlyList<string> Matters { get; init; } = [];
}
