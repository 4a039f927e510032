using SentimentWatch.Console.Access;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Console.Pages;

/// <summary>A lifecycle step that a form on an alert's page takes.</summary>
/// <param name="Step">Step as the log names it; also the form's value.</param>
/// <param name="Button">What the button says.</param>
/// <param name="NoteLabel">What the note is for; null for a step without a note.</param>
/// <param name="States">States in which the step is offered; the desk itself decides again when it is sent.</param>
/// <param name="ForSupport">True when a supporting unit may take it too.</param>
/// <param name="ForOfficers">True when only officers and administrators may take it.</param>
public sealed record AlertAction(
    string Step,
    string Button,
    string? NoteLabel,
    IReadOnlyList<string> States,
    bool ForSupport = false,
    bool ForOfficers = false)
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaximumNote = 500;

    private static readonly string[] Taken = [AlertState.Acknowledged, AlertState.Handling, AlertState.Answered];

    /// <summary>All steps, in the order of an alert's life.</summary>
    public static IReadOnlyList<AlertAction> All { get; } =
    [
        new(AlertStep.Acknowledged, "签收", null, [AlertState.Open, AlertState.Returned], ForSupport: true),
        new(AlertStep.Returned, "退回", "退回理由", [AlertState.Open, AlertState.Acknowledged]),
        new(AlertStep.Reassigned, "改派", "改派理由", [AlertState.Open, AlertState.Returned, AlertState.Acknowledged, AlertState.Handling], ForOfficers: true),
        new(AlertStep.Handling, "进展", "办理进展", Taken, ForSupport: true),
        new(AlertStep.Answered, "回应", "回应的公开网址", Taken),
        new(AlertStep.Closed, "办结", "办理结果", [AlertState.Handling, AlertState.Answered]),
        new(AlertStep.FalseAlarm, "误报", "核实情况", [AlertState.Open, AlertState.Returned, AlertState.Acknowledged, AlertState.Handling]),
        new(AlertStep.FollowedUp, "回访", "回访结果", [AlertState.Answered, AlertState.Closed]),
        new(AlertStep.Reopened, "重办", "重办理由", [AlertState.Answered, AlertState.Closed]),
    ];

    /// <summary>The steps that a viewer may take on an alert as it stands.</summary>
    public static IReadOnlyList<AlertAction> For(Viewer viewer, Alert alert) =>
        !viewer.MayAct(alert)
            ? []
            : [.. All.Where(a => a.States.Contains(alert.State)
                && (viewer.Role != ConsoleRole.Unit || IsFor(a, viewer.Unit!, alert)))];

    private static bool IsFor(AlertAction action, string unit, Alert alert) =>
        !action.ForOfficers
        && (unit == alert.Unit || action.ForSupport)
        && !(action.Step == AlertStep.Acknowledged && alert.AcknowledgedSupport.Contains(unit));
}
