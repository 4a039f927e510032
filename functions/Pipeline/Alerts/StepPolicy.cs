using SentimentWatch.Pipeline.Routing;
using static SentimentWatch.Pipeline.Alerts.AlertState;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Who may take a step.</summary>
[Flags]
internal enum StepActors
{
    None = 0,
    Lead = 1,
    Support = 2,
    Admin = 4,
    Office = 8,
}

/// <summary>One row of the transition table.</summary>
/// <param name="Step">The step.</param>
/// <param name="From">States in which it may be taken.</param>
/// <param name="To">State after it; null when it stays.</param>
/// <param name="Satisfied">States in which it has nothing left to do: a repeat is harmless.</param>
/// <param name="Who">Who may take it.</param>
/// <param name="Needs">What the note must say; null when it may be empty.</param>
internal sealed record StepRule(string Step, string[] From, string? To, string[] Satisfied, StepActors Who, string? Needs = null);

/// <summary>The transition table of an alert: which step follows which state.</summary>
internal static class StepPolicy
{
    private const StepActors Units = StepActors.Lead | StepActors.Admin;
    private const StepActors Offices = StepActors.Office | StepActors.Admin;

    private static readonly StepRule[] Table =
    [
        new(AlertStep.Acknowledged, [Open, Returned], Acknowledged, [Acknowledged, Handling, Answered], Units | StepActors.Support),
        new(AlertStep.Returned, [Open, Acknowledged], Returned, [Returned], Units, "退回理由"),
        new(AlertStep.Reassigned, [Open, Returned, Acknowledged, Handling], Open, [], Offices),
        new(AlertStep.Handling, [Acknowledged, Handling, Answered], Handling, [], Units | StepActors.Support, "进展内容"),
        new(AlertStep.Extended, [Acknowledged, Handling, Answered], null, [], Units, StepCheck.ExtensionNote),
        new(AlertStep.Answered, [Acknowledged, Handling, Answered], Answered, [], Units, "回应的公开网址"),
        new(AlertStep.FollowedUp, [Answered, Closed], null, [], Units, "回访结果"),
        new(AlertStep.Reopened, [Answered, Closed], Handling, [], Units, "重办理由"),
        new(AlertStep.Closed, [Handling, Answered], Closed, [Closed], Units),
        new(AlertStep.FalseAlarm, [Open, Returned, Acknowledged, Handling], Closed, [Closed], Units, "核实情况"),
        new(AlertStep.Reminded, [Open, Returned, Acknowledged, Handling, Answered], null, [], Offices),
        new(AlertStep.Supervised, [Open, Returned, Acknowledged, Handling, Answered], null, [], Offices, "督办要求"),
    ];

    /// <summary>The row of a step; null when people do not take it.</summary>
    public static StepRule? Of(string step) => Array.Find(Table, rule => rule.Step == step);

    /// <summary>True for a step that an office takes on an alert it neither leads nor supports.</summary>
    public static bool IsForOffices(string step) => Of(step) is { } rule && rule.Who.HasFlag(StepActors.Office);

    /// <summary>The state after a step; a step that does not fit leaves the state as it is.</summary>
    public static string StateAfter(string step, string state) =>
        Of(step) is { To: { } to } rule && rule.From.Contains(state) && !(step == AlertStep.Handling && state == Answered) ? to : state;

    /// <summary>Says whether a request may be taken; null when it may.</summary>
    public static ActionResult? Refusal(Alert alert, StepRequest request, IUnitNames units, DateTimeOffset now)
    {
        if (Of(request.Step) is not { } rule)
        {
            return new ActionResult(ActionOutcome.Invalid, $"“{request.Step}”不是可以办理的步骤。");
        }

        var actor = ActorOf(alert, request.Unit, units);
        if (actor == StepActors.None)
        {
            return new ActionResult(ActionOutcome.NotYours, $"{alert.Id} 不是贵单位主办或协办的预警。");
        }

        if ((rule.Who & actor) == StepActors.None)
        {
            return new ActionResult(ActionOutcome.NotYours, rule.Who switch
            {
                Offices => $"“{rule.Step}”由区政府办公室、区委网信办或管理员办理。",
                _ => $"贵单位不主办 {alert.Id}，“{rule.Step}”由主办单位办理。",
            });
        }

        if ((actor & Units) == StepActors.None && rule.Step == AlertStep.Acknowledged)
        {
            return alert.AcknowledgedSupport.Contains(request.Unit)
                ? new ActionResult(ActionOutcome.Already, $"贵单位已签收 {alert.Id}（协办），无需重复。", alert)
                : null;
        }

        return rule.Satisfied.Contains(alert.State) || (rule.Step == AlertStep.Supervised && alert.Supervised)
            ? new ActionResult(ActionOutcome.Already, AlreadyText(alert, rule), alert)
            : Fault(alert, request, rule) ?? StepCheck.Fault(alert, request, units, now);
    }

    private static ActionResult? Fault(Alert alert, StepRequest request, StepRule rule)
    {
        if (!rule.From.Contains(alert.State))
        {
            var hint = alert.State == Open ? "，请先签收" : "";
            return new ActionResult(ActionOutcome.Illegal, $"{alert.Id} 现为“{NameOf(alert.State)}”，不能{rule.Step}{hint}。", alert);
        }

        return rule.Needs is { } needs && string.IsNullOrWhiteSpace(request.Note)
            ? new ActionResult(ActionOutcome.Invalid, $"请写明{needs}，例如“{rule.Step} {alert.Id} {needs}”。", alert)
            : null;
    }

    private static StepActors ActorOf(Alert alert, string unit, IUnitNames units)
    {
        if (unit == AlertActors.Admin)
        {
            return StepActors.Admin;
        }

        return Shield.Hides(alert.Recused, unit, units)
            ? StepActors.None
            : (unit == alert.Unit ? StepActors.Lead : StepActors.None)
                | (alert.Support.Contains(unit) ? StepActors.Support : StepActors.None)
                | (Shield.IsOffice(alert, unit) ? StepActors.Office : StepActors.None);
    }

    private static string AlreadyText(Alert alert, StepRule rule) => rule.Step switch
    {
        AlertStep.Acknowledged when alert.AcknowledgedAt is { } at => $"{alert.Id} 已于 {Records.ShanghaiTime.Of(at):MM-dd HH:mm} 签收，无需重复。",
        AlertStep.Supervised => $"{alert.Id} 已在督办，无需重复。",
        _ => $"{alert.Id} 已是“{NameOf(alert.State)}”，无需重复。",
    };
}
