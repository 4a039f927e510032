using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Console.Pages;

/// <summary>A lifecycle step that a form on an alert's page takes.</summary>
/// <param name="Step">Step as the log names it; also the form's value.</param>
/// <param name="Button">What the button says.</param>
/// <param name="NoteLabel">What the note is for; null for a step without a note.</param>
/// <param name="States">States in which the step is offered; the desk itself decides again when it is sent.</param>
/// <param name="ForSupport">True when a supporting unit may take it too.</param>
/// <param name="ForOfficers">True when only officers, administrators and the overseeing offices may take it.</param>
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

    private static readonly string[] Living =
        [AlertState.Open, AlertState.Returned, AlertState.Acknowledged, AlertState.Handling, AlertState.Answered];

    private static readonly string[] Taken = [AlertState.Acknowledged, AlertState.Handling, AlertState.Answered];

    /// <summary>All steps, in the order of an alert's life.</summary>
    public static IReadOnlyList<AlertAction> All { get; } =
    [
        new(AlertStep.Acknowledged, "签收", null, [AlertState.Open, AlertState.Returned], ForSupport: true),
        new(AlertStep.Returned, "退回", "退回理由", [AlertState.Open, AlertState.Acknowledged]),
        new(AlertStep.Reassigned, "改派", "改派理由", [AlertState.Open, AlertState.Returned, AlertState.Acknowledged, AlertState.Handling], ForOfficers: true),
        new(AlertStep.Handling, "进展", "办理进展", Taken, ForSupport: true),
        new(AlertStep.Extended, "延期", "进展和措施", Taken),
        new(AlertStep.Answered, "回应", "回应的公开网址", Taken),
        new(AlertStep.Closed, "办结", "办理结果", [AlertState.Handling, AlertState.Answered]),
        new(AlertStep.FalseAlarm, "误报", "核实情况", [AlertState.Open, AlertState.Returned, AlertState.Acknowledged, AlertState.Handling]),
        new(AlertStep.FollowedUp, "回访", "回访结果", [AlertState.Answered, AlertState.Closed]),
        new(AlertStep.Reopened, "重办", "重办理由", [AlertState.Answered, AlertState.Closed]),
        new(AlertStep.Reminded, "催办", "催办要求", Living, ForOfficers: true),
        new(AlertStep.Supervised, "督办", "督办要求", Living, ForOfficers: true),
    ];

    /// <summary>The steps that a viewer may take on an alert as it stands.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="data">Knows the roster and the clocks.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<AlertAction> For(Viewer viewer, Alert alert, IConsoleData data, DateTimeOffset now) =>
        !viewer.MayAct(alert, data.Roster)
            ? []
            : [.. All.Where(action => action.States.Contains(alert.State)
                && Suits(action.Step, alert, data, now)
                && (viewer.Role != ConsoleRole.Unit || IsFor(action, viewer.Unit!, alert)))];

    private static bool Suits(string step, Alert alert, IConsoleData data, DateTimeOffset now) => step switch
    {
        AlertStep.Returned => !(now > alert.ReturnBy),
        AlertStep.Supervised => !alert.Supervised,
        AlertStep.Extended => alert.Deadlines.Where(deadline => data.ClockOf(deadline.Clock).MayExtend).ToList() is { Count: > 0 } open
            && open.TrueForAll(deadline => deadline.DueAt >= now),
        _ => true,
    };

    private static bool IsFor(AlertAction action, string unit, Alert alert) => action.ForOfficers
        ? Shield.IsOffice(alert, unit)
        : (unit == alert.Unit || (action.ForSupport && alert.Support.Contains(unit)))
            && !(action.Step == AlertStep.Acknowledged && unit != alert.Unit && alert.AcknowledgedSupport.Contains(unit));
}
