namespace SentimentWatch.Pipeline.Alerts;

/// <summary>One lifecycle step; a row of the append-only <c>alertlog</c>.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Sequence">1, 2, 3 … without gaps.</param>
/// <param name="Step">发现 派发 合并 送达 签收 退回 改派 办理 回应 回访 重办 办结 升级 催办.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">system, or a unit code and the way (<c>zjj via teams</c>).</param>
/// <param name="Note">Reason, progress or address, masked; hostile input.</param>
/// <param name="Records">Keys of the records this step took in.</param>
public sealed record AlertLogEntry(
    string AlertId,
    int Sequence,
    string Step,
    DateTimeOffset At,
    string By,
    string? Note = null,
    IReadOnlyList<string>? Records = null);
