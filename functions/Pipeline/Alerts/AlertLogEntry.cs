namespace SentimentWatch.Pipeline.Alerts;

/// <summary>One lifecycle step; a row of the append-only <c>alertlog</c>.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Sequence">1, 2, 3 … without gaps.</param>
/// <param name="Step">One of <see cref="AlertStep"/>.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">system, or a unit code and the way (<c>zjj via teams</c>).</param>
/// <param name="Note">Reason, progress or address, masked; hostile input.</param>
/// <param name="Records">Keys of the records this step took in.</param>
/// <param name="Unit">Code of the unit that acted; <c>system</c> or <c>admin</c> otherwise.</param>
/// <param name="To">Unit code that a 派发 or 改派 hands the matter to, or that is proposed at a 退回; codes with commas between that a 催办, 升级, 黄牌 or 红牌 tells.</param>
/// <param name="Source">What caused it (a part, a message id, <see cref="OpenClock.Source"/>), by which a repeat is known.</param>
/// <param name="Facts">What the records of this step say of the matter; null when it took none in.</param>
public sealed record AlertLogEntry(
    string AlertId,
    int Sequence,
    string Step,
    DateTimeOffset At,
    string By,
    string? Note = null,
    IReadOnlyList<string>? Records = null,
    string Unit = AlertActors.System,
    string? To = null,
    string? Source = null,
    MatterFacts? Facts = null)
{
    /// <summary>发现: the rules that hold for the alert.</summary>
    public AlertPolicy? Policy { get; init; }

    /// <summary>派发, 改派: units to escalate to, nearest first.</summary>
    public IReadOnlyList<string>? Chain { get; init; }

    /// <summary>延期, 重办, 改派: deadlines in place of those of the same clocks.</summary>
    public IReadOnlyList<AlertDeadline>? Deadlines { get; init; }

    /// <summary>派发, 改派: until when the unit may return it (UTC).</summary>
    public DateTimeOffset? ReturnBy { get; init; }
}

/// <summary>Who acts when no unit does.</summary>
public static class AlertActors
{
    /// <summary>The product itself.</summary>
    public const string System = "system";

    /// <summary>An administrator, who may take every step.</summary>
    public const string Admin = "admin";
}
