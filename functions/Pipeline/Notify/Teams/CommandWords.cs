using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>The commands as the help and the answers name them.</summary>
internal static class CommandWords
{
    private static readonly (string Step, string Form, string Meaning)[] All =
    [
        (AlertStep.Acknowledged, "签收 {0}", "接收并开始办理"),
        (AlertStep.Returned, "退回 {0} 理由", "不属本单位职责，在退回期限内说明理由"),
        (AlertStep.Handling, "进展 {0} 内容", "报告办理进展"),
        (AlertStep.Answered, "回应 {0} 公开网址", "登记公开回应"),
        (AlertStep.Extended, "延期 {0} 到 12月5日 进展：… 措施：…", "申请新的明确期限"),
        (AlertStep.FollowedUp, "回访 {0} 结果", "登记回访结果"),
        (AlertStep.Reopened, "重办 {0} 理由", "诉求人不满意，重新办理"),
        (AlertStep.Closed, "办结 {0}", "办理完毕"),
        (AlertStep.FalseAlarm, "误报 {0} 核实情况", "核实没有险情"),
        (AlertStep.Reminded, "催办 {0} 意见", "区政府办公室、区委网信办催办"),
        (AlertStep.Supervised, "督办 {0} 要求", "区政府办公室、区委网信办督办"),
        (AlertStep.Reassigned, "改派 {0} 单位名称 说明", "区政府办公室、区委网信办改派"),
    ];

    /// <summary>Every command with its meaning, for an alert's id or a stand-in.</summary>
    public static IEnumerable<(string Form, string Meaning)> Help(string id) =>
        All.Select(command => (Fill(command.Form, id), command.Meaning)).Append(($"状态 {id}", "查看状态、时限和可办事项"));

    /// <summary>The commands that a unit may send about an alert as it stands.</summary>
    public static IReadOnlyList<string> Next(Alert alert, string unit, IUnitNames units, DateTimeOffset now) =>
    [
        .. All.Where(command =>
                StepPolicy.Refusal(alert, new StepRequest(alert.Id, unit, command.Step, unit, "…"), units, now) is null or { Outcome: ActionOutcome.Invalid })
            .Select(command => Fill(command.Form, alert.Id)),
    ];

    private static string Fill(string form, string id) => form.Replace("{0}", id, StringComparison.Ordinal);
}
