using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>An event as the alert room takes it in.</summary>
/// <param name="Event">What the alert shows of it.</param>
/// <param name="Unit">Lead unit code.</param>
/// <param name="Level">red, orange, yellow or blue.</param>
public sealed record EventMatter(AlertEvent Event, string Unit, string Level)
{
    /// <summary>Masked words of the record that stands for all, at most 200 characters; hostile input.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>The place that at least half of its records name; null without one.</summary>
    public string? Place { get; init; }

    /// <summary>Unit code of that place's street office.</summary>
    public string? Street { get; init; }

    /// <summary>Function code.</summary>
    public string Function { get; init; } = "other";

    /// <summary>Units that at least half of its records name as supporting.</summary>
    public IReadOnlyList<string> Support { get; init; } = [];

    /// <summary>Units that the quoted words speak against.</summary>
    public IReadOnlyList<string> Recused { get; init; } = [];

    /// <summary>The alert that it opened or was taken into before; null when that is not known.</summary>
    public string? AlertId { get; init; }

    /// <summary>Alerts of the events that went up in it.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Its records that the lead unit may see: an alert that one of them called tells of the same matter.</summary>
    public IReadOnlyList<JudgedRecord> Members { get; init; } = [];

    /// <summary>What names the matter of an event of its own: nothing but the event's id, so that every instance comes to the same alert.</summary>
    internal MatterKey Key => new("", "event", Event.Id, DateTimeOffset.UnixEpoch);
}
