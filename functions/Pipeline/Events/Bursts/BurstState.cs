namespace SentimentWatch.Pipeline.Events;

/// <summary>How a matter stands that was raised.</summary>
/// <param name="RaisedAt">When the record came that raised it.</param>
/// <param name="Level">red, orange, yellow or blue.</param>
/// <param name="Why">One Chinese sentence that gives the numbers behind the level.</param>
/// <param name="Voices">Different voices of the whole matter.</param>
/// <param name="Life">See <see cref="EventLife"/>.</param>
public sealed record BurstState(DateTimeOffset RaisedAt, string Level, string Why, int Voices, EventLife Life);

/// <summary>Where a matter is in its life.</summary>
public enum EventLife
{
    /// <summary>Raised within the last two days.</summary>
    New,

    /// <summary>More voices in the last week than in the week before.</summary>
    Growing,

    /// <summary>Neither.</summary>
    Steady,

    /// <summary>Nobody has spoken of it for the window of linking; whoever speaks now begins a new one.</summary>
    Closed,
}
