namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Current state of an alert, derived from its log; a row of the <c>alerts</c> table.</summary>
public sealed record Alert
{
    /// <summary>A and 8 digits, derived from the matter, so that every instance gives the same matter the same id.</summary>
    public required string Id { get; init; }

    /// <summary>Lead unit code.</summary>
    public required string Unit { get; init; }

    /// <summary>Supporting unit codes.</summary>
    public IReadOnlyList<string> Support { get; init; } = [];

    /// <summary>Units that must not see it.</summary>
    public IReadOnlyList<string> Recused { get; init; } = [];

    /// <summary>red, orange, yellow or blue.</summary>
    public required string Level { get; init; }

    /// <summary>True while every record that calls for this level is only a doubtful emergency: whoever gets it verifies first (请先核实).</summary>
    public bool Doubtful { get; init; }

    /// <summary>One line, made of the danger kind and the place; holds no citizen's words.</summary>
    public required string Title { get; init; }

    /// <summary>Masked excerpt of the earliest record, at most 200 characters; hostile input.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>Danger kind code of the model.</summary>
    public string? Kind { get; init; }

    /// <summary>Place name, or the masked address that the source gave (then hostile input); null when unknown.</summary>
    public string? Place { get; init; }

    /// <summary>Function code.</summary>
    public string Function { get; init; } = "other";

    /// <summary>Why this unit and level, one Chinese sentence.</summary>
    public string Why { get; init; } = "";

    /// <summary>When the matter's day began: 04:00 Asia/Shanghai of the day its records were received (UTC).</summary>
    public required DateTimeOffset DayStart { get; init; }

    /// <summary>When the system opened it (UTC).</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Deadline to acknowledge (UTC).</summary>
    public required DateTimeOffset AcknowledgeBy { get; init; }

    /// <summary>One of <see cref="AlertState"/>.</summary>
    public string State { get; init; } = AlertState.Open;

    /// <summary>When the lead unit acknowledged; null while it has not.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Who acknowledged: a unit code and the way (teams, link, console).</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>Supporting units that acknowledged for themselves; their step does not stop the lead unit's clock.</summary>
    public IReadOnlyList<string> AcknowledgedSupport { get; init; } = [];

    /// <summary>Units that led it before a 改派.</summary>
    public IReadOnlyList<string> FormerUnits { get; init; } = [];

    /// <summary>When it was closed (UTC); null while it is not.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Records that speak of the matter.</summary>
    public int RecordCount { get; init; }

    /// <summary>Channels these came through.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Code of the street office of the place; null when unknown.</summary>
    public string? Street { get; init; }

    /// <summary>The deadlines that still run, the acknowledge deadline included.</summary>
    public IReadOnlyList<AlertDeadline> Deadlines { get; init; } = [];

    /// <summary>The deadlines that steps have fulfilled, in time or late, oldest first; none of an alert that was no danger (误报).</summary>
    public IReadOnlyList<EndedDeadline> Ended { get; init; } = [];

    /// <summary>Marks of running deadlines at which the product has acted, as <c>clock:kind:ticks</c>, see <see cref="OpenClock.Mark"/>.</summary>
    public IReadOnlyList<string> Taken { get; init; } = [];

    /// <summary>Units to escalate to, nearest first.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    /// <summary>Units that an escalation has told since the lead unit got it: they may see it.</summary>
    public IReadOnlyList<string> EscalatedTo { get; init; } = [];

    /// <summary>The rules that held when it opened; null in a log older than these.</summary>
    public AlertPolicy? Policy { get; init; }

    /// <summary>Sequence of the last 派发, 改派, 重办 or reopening 合并: a link made before it does not act on what came after.</summary>
    public int Round { get; init; }

    /// <summary>Until when the lead unit may return it (UTC); null when no limit is known.</summary>
    public DateTimeOffset? ReturnBy { get; init; }

    /// <summary>True from 督办 until it is closed.</summary>
    public bool Supervised { get; init; }

    /// <summary>yellow or red: the gravest card of this round (黄牌, 红牌); null without one.</summary>
    public string? Card { get; init; }

    /// <summary>Unit code proposed at the last 退回; null when it does not wait for a 改派.</summary>
    public string? Proposed { get; init; }

    /// <summary>The deadline that a 延期 of this round set (UTC); null without one.</summary>
    public DateTimeOffset? ExtendedTo { get; init; }

    /// <summary>Why a legal deadline could not be told, one Chinese sentence each.</summary>
    public IReadOnlyList<string> ClockFaults { get; init; } = [];

    /// <summary>The event (热点) that it tells of or belongs to, as last taken in; null without one.</summary>
    public AlertEvent? Event { get; init; }

    /// <summary>True when an event opened it, not a record of danger.</summary>
    public bool OfEvent { get; init; }

    /// <summary>The unit that must act next: the lead unit, or for a returned alert the office that hands it to another.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string MustAct => State == AlertState.Returned && Policy?.DispatchOffice is { Length: > 0 } office && !Recused.Contains(office) ? office : Unit;

    /// <summary>Sequence of the last log entry taken into this state.</summary>
    public int LastSequence { get; init; }
}

/// <summary>States of an alert.</summary>
public static class AlertState
{
    /// <summary>Sent out, nobody has taken it up (待签收).</summary>
    public const string Open = "open";

    /// <summary>已签收.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>已退回, waits for another unit.</summary>
    public const string Returned = "returned";

    /// <summary>办理中.</summary>
    public const string Handling = "handling";

    /// <summary>已回应 in public.</summary>
    public const string Answered = "answered";

    /// <summary>已办结.</summary>
    public const string Closed = "closed";

    /// <summary>待签收, 已签收, 已退回, 办理中, 已回应 or 已办结; the text itself when it is no state.</summary>
    public static string NameOf(string state) => state switch
    {
        Open => "待签收",
        Acknowledged => "已签收",
        Returned => "已退回",
        Handling => "办理中",
        Answered => "已回应",
        Closed => "已办结",
        _ => state,
    };
}
