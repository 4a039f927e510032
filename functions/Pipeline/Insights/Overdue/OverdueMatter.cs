using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>A deadline that runs on although it has passed.</summary>
/// <param name="Clock"><c>acknowledge</c>, or clock.step of <c>clocks.json</c>.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Source">The law or document; empty for our own limit to acknowledge.</param>
/// <param name="DueAt">When it passed (UTC).</param>
public sealed record OverdueClock(string Clock, string Name, string Source, DateTimeOffset DueAt);

/// <summary>An alert with what of it is overdue.</summary>
/// <param name="Alert">The alert; its words are hostile.</param>
/// <param name="Unit">Code of the unit that must act.</param>
/// <param name="Clocks">At least one, longest overdue first.</param>
public sealed record OverdueMatter(Alert Alert, string Unit, IReadOnlyList<OverdueClock> Clocks)
{
    /// <summary>Since when the unit lets it lapse (UTC).</summary>
    public DateTimeOffset Since => Clocks[0].DueAt;
}

/// <summary>What one unit lets lapse.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="Matters">Longest overdue first.</param>
public sealed record OverdueUnit(string Unit, IReadOnlyList<OverdueMatter> Matters)
{
    /// <summary>Since when (UTC).</summary>
    public DateTimeOffset Since => Matters[0].Since;
}
