namespace SentimentWatch.Pipeline.Insights;

/// <summary>Counts of one day for one unit, or for all of them; a row of the <c>daily</c> table. Always recounted, never incremented.</summary>
/// <param name="Unit">Lead unit code, or <see cref="Everyone"/>.</param>
/// <param name="Day">Day received (records) or opened (alerts), Asia/Shanghai.</param>
public sealed record DailyRow(string Unit, DateOnly Day)
{
    /// <summary>PartitionKey of the rows that count every unit together.</summary>
    public const string Everyone = "all";

    /// <summary>Records.</summary>
    public int Total { get; init; }

    /// <summary>Records by channel code.</summary>
    public Counts Channels { get; init; } = new();

    /// <summary>Records by channel and mood, <c>hotline_negative</c>.</summary>
    public Counts Moods { get; init; } = new();

    /// <summary>Records by negative, neutral, positive.</summary>
    public Counts Sentiments { get; init; } = new();

    /// <summary>Records by routine, urgent, emergency.</summary>
    public Counts Levels { get; init; } = new();

    /// <summary>Records by kind; <c>other</c> for one that is none of the six, <c>unknown</c> when the source gave none.</summary>
    public Counts Kinds { get; init; } = new();

    /// <summary>Records by topic label.</summary>
    public Counts Topics { get; init; } = new();

    /// <summary>How the records were handled.</summary>
    public HandlingCounts Handling { get; init; } = new(0, 0, 0, 0);

    /// <summary>Alerts opened on this day, and what became of them.</summary>
    public AlertCounts Alerts { get; init; } = new(0, 0, 0, 0);

    /// <summary>Records by lead unit; only in the row of everyone.</summary>
    public Counts Units { get; init; } = new();

    /// <summary>Records by topic and street; only in the row of everyone, most frequent first.</summary>
    public IReadOnlyList<HotMatter> Matters { get; init; } = [];
}

/// <summary>Handling as the sources report it, counted over every record received that day, open ones included.</summary>
/// <param name="Replied">Replied to (or closed, which says so too).</param>
/// <param name="Closed">Closed.</param>
/// <param name="FollowedUp">Followed up with an answer.</param>
/// <param name="Satisfied">Followed up and satisfied.</param>
public sealed record HandlingCounts(int Replied, int Closed, int FollowedUp, int Satisfied);

/// <summary>Alerts opened on one day.</summary>
/// <param name="Opened">Opened.</param>
/// <param name="Acknowledged">Acknowledged since, in time or not.</param>
/// <param name="InTime">Acknowledged within the limit.</param>
/// <param name="Overdue">Acknowledged late, or not at all although the limit has passed.</param>
public sealed record AlertCounts(int Opened, int Acknowledged, int InTime, int Overdue);

/// <summary>What many say of one street under one topic.</summary>
/// <param name="Topic">Topic label.</param>
/// <param name="Street">Street office's unit code.</param>
/// <param name="Count">Records.</param>
/// <param name="Negative">Of them negative.</param>
/// <param name="Channel">Channel of a record of that day that may be quoted (never a 举报); null when there is none.</param>
/// <param name="SourceId">Its id.</param>
public sealed record HotMatter(string Topic, string Street, int Count, int Negative, string? Channel, string? SourceId);
