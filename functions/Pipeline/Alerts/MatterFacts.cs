namespace SentimentWatch.Pipeline.Alerts;

/// <summary>
/// What the records of one log entry say of a matter. Facts merge: the order in which they come does not change what
/// the alert says in the end.
/// </summary>
/// <param name="Matter">Hash of the matter key, 32 hex digits.</param>
/// <param name="Unit">Lead unit code.</param>
/// <param name="DayStart">When the matter's day began.</param>
/// <param name="Level">Highest level its records call for.</param>
/// <param name="Doubtful">True when only doubtful emergencies call for that level.</param>
/// <param name="AckMinutes">Minutes to acknowledge at that level.</param>
/// <param name="Head">The earliest record, which gives the alert its words.</param>
/// <param name="LatestReceivedAt">When the latest record was received.</param>
/// <param name="Support">Supporting units of all records.</param>
/// <param name="Recused">Units that a record speaks against.</param>
/// <param name="Channels">Channels of all records.</param>
public sealed record MatterFacts(
    string Matter,
    string Unit,
    DateTimeOffset DayStart,
    string Level,
    bool Doubtful,
    int AckMinutes,
    MatterHead Head,
    DateTimeOffset LatestReceivedAt,
    IReadOnlyList<string> Support,
    IReadOnlyList<string> Recused,
    IReadOnlyList<string> Channels)
{
    /// <summary>Legal deadlines of the records' channels, one a clock, the earliest.</summary>
    public IReadOnlyList<AlertDeadline> Deadlines { get; init; } = [];

    /// <summary>Why a deadline could not be told, one Chinese sentence each; an emergency waits for no calendar.</summary>
    public IReadOnlyList<string> ClockFaults { get; init; } = [];

    /// <summary>The event that this entry took in; null when it took in none.</summary>
    public AlertEvent? Event { get; init; }

    /// <summary>Level and doubt together.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public AlertGrade Grade => new(Level, Doubtful);

    /// <summary>The facts of both; associative and commutative.</summary>
    public MatterFacts Merge(MatterFacts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var graver = other.Grade > Grade ? other : this;
        return this with
        {
            Level = graver.Level,
            Doubtful = graver.Doubtful,
            AckMinutes = graver.AckMinutes,
            Head = other.Head.IsBefore(Head) ? other.Head : Head,
            LatestReceivedAt = other.LatestReceivedAt > LatestReceivedAt ? other.LatestReceivedAt : LatestReceivedAt,
            Support = Union(Support, other.Support),
            Recused = Union(Recused, other.Recused),
            Channels = Union(Channels, other.Channels),
            Deadlines = Earliest(Deadlines.Concat(other.Deadlines)),
            ClockFaults = Union(ClockFaults, other.ClockFaults),
            Event = AlertEvent.Newer(Event, other.Event),
        };
    }

    /// <summary>One deadline a clock, the earliest.</summary>
    internal static IReadOnlyList<AlertDeadline> Earliest(IEnumerable<AlertDeadline> deadlines) =>
    [
        .. deadlines
            .GroupBy(deadline => deadline.Clock, StringComparer.Ordinal)
            .Select(clock => clock.Aggregate((one, other) => one.Earlier(other)))
            .OrderBy(deadline => deadline.Clock, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<string> Union(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        right.All(left.Contains) ? left : [.. left.Union(right).Order(StringComparer.Ordinal)];
}

/// <summary>What an alert takes from its earliest record.</summary>
/// <param name="ReceivedAt">When that record was received.</param>
/// <param name="Record">Its key.</param>
/// <param name="Title">Danger kind and place.</param>
/// <param name="Excerpt">Masked text, at most 200 characters; hostile input.</param>
/// <param name="Kind">Danger kind code.</param>
/// <param name="Place">Place name, or the masked address that the source gave, at most 60 characters (then hostile input); null when unknown.</param>
/// <param name="Function">Function code.</param>
/// <param name="Why">Why this unit.</param>
/// <param name="Street">Unit code of the street office of the place; null when unknown.</param>
public sealed record MatterHead(
    DateTimeOffset ReceivedAt,
    string Record,
    string Title,
    string Excerpt,
    string? Kind,
    string? Place,
    string Function,
    string Why,
    string? Street = null)
{
    /// <summary>True when this record came before the other; one instant is ordered by key.</summary>
    public bool IsBefore(MatterHead other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReceivedAt < other.ReceivedAt || (ReceivedAt == other.ReceivedAt && string.CompareOrdinal(Record, other.Record) < 0);
    }
}
