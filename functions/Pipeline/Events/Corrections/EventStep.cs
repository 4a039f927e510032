namespace SentimentWatch.Pipeline.Events;

/// <summary>What a person has set right about a matter; kept for good and applied to the grouping whenever it is made.</summary>
/// <param name="Id">Sorts by time.</param>
/// <param name="At">When.</param>
/// <param name="By">Who and by what way (<c>officer via console</c>).</param>
/// <param name="Step">One of <see cref="EventSteps"/>.</param>
/// <param name="EventId">The event that it was said of.</param>
/// <param name="Records">Keys of that event's records, its most central first; of a split those that are taken out.</param>
/// <param name="Others">Keys of the records on the other side: those of <paramref name="To"/>, or those that stay.</param>
/// <param name="To">Of a merge, the other event; of a split, the event that the records are moved to, or null.</param>
/// <param name="Title">Of a renaming, the new title, masked.</param>
/// <param name="Note">Why, masked; may be null.</param>
public sealed record EventStep(
    string Id,
    DateTimeOffset At,
    string By,
    string Step,
    string EventId,
    IReadOnlyList<string> Records,
    IReadOnlyList<string> Others,
    string? To,
    string? Title,
    string? Note)
{
    /// <summary>Of a split that moves records, keys of the records of the event they are moved to, its most central first.</summary>
    public IReadOnlyList<string> Into { get; init; } = [];

    /// <summary>Of a false mark, how many voices the event had.</summary>
    public int Voices { get; init; }
}

/// <summary>The steps that a person may take.</summary>
public static class EventSteps
{
    /// <summary>Two events are one matter.</summary>
    public const string Merge = "merge";

    /// <summary>Some records are another matter: one of their own, or another event's.</summary>
    public const string Split = "split";

    /// <summary>Another title.</summary>
    public const string Rename = "rename";

    /// <summary>It is not one matter, or none worth a board.</summary>
    public const string False = "false";

    /// <summary>It was marked as false by mistake.</summary>
    public const string Restore = "restore";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Merge, Split, Rename, False, Restore];
}
