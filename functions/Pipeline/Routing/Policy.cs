namespace SentimentWatch.Pipeline.Routing;

/// <summary>A policy that the district watches; an entry of <c>policies.json</c>.</summary>
/// <param name="Code">Code.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Unit">Unit code of the drafting unit.</param>
/// <param name="EffectiveOn">First day in force.</param>
/// <param name="Keywords">Words by which records speak of it.</param>
public sealed record Policy(string Code, string Title, string Unit, DateOnly EffectiveOn, IReadOnlyList<string> Keywords);
