namespace SentimentWatch.Pipeline.Routing;

/// <summary>A legal clock; an entry of <c>clocks.json</c>.</summary>
/// <param name="Code">Code, as the command line takes it.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Rules">Its deadlines.</param>
public sealed record Clock(string Code, string Name, IReadOnlyList<ClockRule> Rules);

/// <summary>One deadline of a clock.</summary>
/// <param name="Step">What must have happened.</param>
/// <param name="Amount">How many units; below 0 counts back from the deadline itself.</param>
/// <param name="Unit">hours, days (calendar) or working-days.</param>
/// <param name="Text">The rule in short, Chinese.</param>
/// <param name="Source">The law or document it comes from.</param>
public sealed record ClockRule(string Step, int Amount, string Unit, string Text, string Source);

/// <summary>A policy that the district watches; an entry of <c>policies.json</c>.</summary>
/// <param name="Code">Code.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Unit">Unit code of the drafting unit.</param>
/// <param name="EffectiveOn">First day in force.</param>
/// <param name="Keywords">Words by which records speak of it.</param>
public sealed record Policy(string Code, string Title, string Unit, DateOnly EffectiveOn, IReadOnlyList<string> Keywords);
