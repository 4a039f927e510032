namespace SentimentWatch.Pipeline.Alerts;

/// <summary>One lifecycle step; a row of the append-only <c>alertlog</c>.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Sequence">1, 2, 3 … without gaps.</param>
/// <param name="Step">发现 派发 合并 送达 签收 退回 改派 办理 回应 回访 重办 办结 误报 升级 催办, see <see cref="AlertStep"/>.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">system, or a unit code and the way (<c>zjj via teams</c>).</param>
/// <param name="Note">Reason, progress or address, masked; hostile input.</param>
/// <param name="Records">Keys of the records this step took in.</param>
/// <param name="Unit">Code of the unit that acted; <c>system</c> or <c>admin</c> otherwise.</param>
/// <param name="To">Unit code that a 改派 hands the matter to.</param>
/// <param name="Source">What caused it (a part, a message id), by which a repeat is known.</param>
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
    MatterFacts? Facts = null);

/// <summary>Who acts when no unit does.</summary>
public static class AlertActors
{
    /// <summary>The product itself.</summary>
    public const string System = "system";

    /// <summary>An administrator, who may take every step.</summary>
    public const string Admin = "admin";
}
