using SentimentWatch.Console.Data;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Pages;

/// <summary>Which events the board shows; null means any.</summary>
/// <param name="From">First day (Asia/Shanghai).</param>
/// <param name="To">Last day, included.</param>
/// <param name="Level">red, orange, yellow or blue.</param>
/// <param name="State">new, growing, steady, closed or false; null for all but false ones.</param>
/// <param name="Channel">Channel code.</param>
/// <param name="Unit">Lead unit.</param>
public sealed record EventFilter(DateOnly From, DateOnly To, string? Level, string? State, string? Channel, string? Unit);

/// <summary>The board of events.</summary>
public sealed record EventsModel(
    FrameModel Frame, EventFilter Filter, IReadOnlyList<UnitName> Units, IReadOnlyList<EventLine> Shown, int Total, string? FirstPage, string? NextPage, IReadOnlyList<TopicBurst> Topics);

/// <summary>One event.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="File">The event.</param>
/// <param name="Asked">The id that was asked for: that of an event that went up in this one, or its own.</param>
/// <param name="Members">Some of its records, latest first, masked.</param>
/// <param name="NextMembers">Address of earlier ones; null at the end.</param>
/// <param name="FirstMembers">Address of the latest; null on that page.</param>
/// <param name="Alert">The alert that tells its lead unit of it, as far as the viewer may see it; null without one.</param>
/// <param name="Others">Events that it could be merged with.</param>
/// <param name="Done">The step that was just taken.</param>
/// <param name="Error">Why the last step was refused.</param>
public sealed record EventModel(
    FrameModel Frame,
    EventFile File,
    string Asked,
    IReadOnlyList<StoredRecord> Members,
    string? NextMembers,
    string? FirstMembers,
    Alert? Alert,
    IReadOnlyList<EventLine> Others,
    string? Done = null,
    string? Error = null);
