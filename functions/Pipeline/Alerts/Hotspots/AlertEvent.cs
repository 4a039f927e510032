namespace SentimentWatch.Pipeline.Alerts;

/// <summary>The event (热点) that an alert tells of, as it stood when the alert last took it in; the live figures stand in the table <c>events</c>.</summary>
/// <param name="Id">Event id.</param>
/// <param name="Title">Masked words of a record that speaks against nobody, or what a person called it; hostile input.</param>
/// <param name="Terms">Words that most of its records share; empty when they may not be quoted.</param>
/// <param name="Why">One Chinese sentence: the numbers behind its level.</param>
/// <param name="Records">Records.</param>
/// <param name="Voices">Different voices.</param>
/// <param name="Channels">Channel codes.</param>
/// <param name="FirstAt">When its first record was received (UTC).</param>
/// <param name="LastAt">When its last record was received (UTC).</param>
public sealed record AlertEvent(
    string Id,
    string Title,
    IReadOnlyList<string> Terms,
    string Why,
    int Records,
    int Voices,
    IReadOnlyList<string> Channels,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt)
{
    /// <summary>True when some of its records speak against the lead unit: that unit gets no link to all of them.</summary>
    public bool HasHidden { get; init; }

    /// <summary>Of two the one that knows more records; the same whatever their order.</summary>
    public static AlertEvent? Newer(AlertEvent? one, AlertEvent? other) =>
        one is null ? other : other is null || Compare(one, other) >= 0 ? one : other;

    private static int Compare(AlertEvent one, AlertEvent other)
    {
        var difference = one.LastAt.CompareTo(other.LastAt);
        difference = difference != 0 ? difference : one.Records.CompareTo(other.Records);
        difference = difference != 0 ? difference : one.Voices.CompareTo(other.Voices);
        return difference != 0 ? difference : string.CompareOrdinal(one.Id, other.Id);
    }
}
