namespace SentimentWatch.Training.Urgency;

/// <summary>One text with its urgency.</summary>
/// <param name="Level">0 routine, 1 urgent, 2 emergency.</param>
/// <param name="Kind">Danger kind, or the reason why it is routine.</param>
/// <param name="Text">The text.</param>
/// <param name="Source">Line or template it comes from; parts of the data share none.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record UrgencyExample(int Level, string Kind, string Text, string Source, float Weight = 1f)
{
    /// <summary>Title, where the text has one apart.</summary>
    public string? Title { get; init; }
}
