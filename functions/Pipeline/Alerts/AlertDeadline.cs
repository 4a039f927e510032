using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>A running deadline of an alert.</summary>
/// <param name="Clock"><see cref="OpenClock.Acknowledge"/>, or clock.step of <c>clocks.json</c> (<c>hotline.reply</c>).</param>
/// <param name="StartAt">When it started (UTC, whole seconds).</param>
/// <param name="DueAt">The deadline itself (UTC, whole seconds).</param>
/// <param name="StopsAt">What ends it, one of <see cref="AlertStop"/>.</param>
/// <param name="Marks">Moments at which the product acts, in order of time; one of kind <see cref="AlertMark.Due"/> is the deadline itself.</param>
public sealed record AlertDeadline(string Clock, DateTimeOffset StartAt, DateTimeOffset DueAt, string StopsAt, IReadOnlyList<AlertMark> Marks)
{
    private static readonly TimeSpan ShortestGrace = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestGrace = TimeSpan.FromHours(24);

    /// <summary>A deadline counted in plain time: reminds at half, is due at the limit, and goes to the offices one more limit later (15 minutes to 24 hours).</summary>
    public static AlertDeadline Timed(string clock, DateTimeOffset start, TimeSpan limit, string stopsAt)
    {
        var from = WholeSecond(start);
        var due = from + limit;
        var grace = limit < ShortestGrace ? ShortestGrace : limit > LongestGrace ? LongestGrace : limit;
        return new AlertDeadline(
            clock, from, due, stopsAt, [new(AlertMark.Remind, WholeSecond(from + (limit / 2))), new(AlertMark.Due, due), new(AlertMark.Office, due + grace)]);
    }

    /// <summary>True while an alert in this state has not done what the deadline asks for.</summary>
    public bool RunsIn(string state) => StopsAt switch
    {
        AlertStop.Acknowledged => state is AlertState.Open or AlertState.Returned,
        AlertStop.Answered => state is not (AlertState.Answered or AlertState.Closed),
        _ => state != AlertState.Closed,
    };

    /// <summary>The one that binds of two of a clock: the earlier; whichever order they come in.</summary>
    public AlertDeadline Earlier(AlertDeadline other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (other.DueAt, other.StartAt).CompareTo((DueAt, StartAt)) < 0 ? other : this;
    }

    /// <summary>"11-24 09:30", Asia/Shanghai.</summary>
    public string DueText => $"{ShanghaiTime.Of(DueAt):MM-dd HH:mm}";

    // Rows of running clocks are named to the second.
    private static DateTimeOffset WholeSecond(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}

/// <summary>A deadline that a step fulfilled.</summary>
/// <param name="Clock">As in <see cref="AlertDeadline"/>.</param>
/// <param name="DueAt">The deadline as it stood (UTC).</param>
/// <param name="EndedAt">When the step was taken (UTC).</param>
/// <param name="Unit">Code of the unit that led then.</param>
public sealed record EndedDeadline(string Clock, DateTimeOffset DueAt, DateTimeOffset EndedAt, string Unit)
{
    /// <summary>In time.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Met => EndedAt <= DueAt;
}

/// <summary>A moment of a deadline at which the product acts.</summary>
/// <param name="Kind">remind, yellow, due, red, office or repeat.</param>
/// <param name="At">When (UTC, whole seconds).</param>
public sealed record AlertMark(string Kind, DateTimeOffset At)
{
    /// <summary>催办 at half of the limit.</summary>
    public const string Remind = "remind";

    /// <summary>黄牌, one working day before the deadline (hotline only).</summary>
    public const string Yellow = "yellow";

    /// <summary>The deadline: 升级 to the unit above.</summary>
    public const string Due = "due";

    /// <summary>红牌, from the first working day overdue (hotline only).</summary>
    public const string Red = "red";

    /// <summary>升级 to 区政府办公室 and 区委网信办.</summary>
    public const string Office = "office";

    /// <summary>催办 again, each <see cref="AlertPolicy.RepeatMinutes"/> after <see cref="Office"/>, while the acknowledge clock runs.</summary>
    public const string Repeat = "repeat";
}

/// <summary>What ends a deadline.</summary>
public static class AlertStop
{
    /// <summary>签收 by the lead unit.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>回应 in public, or 办结.</summary>
    public const string Answered = "answered";

    /// <summary>办结 or 误报.</summary>
    public const string Closed = "closed";
}
