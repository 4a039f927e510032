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

    /// <summary>The step that hands an alert to another unit.</summary>
    public const string Reassign = "改派";

    private static readonly string[] Taken = [AlertState.Acknowledged, AlertState.Handling, AlertState.Answered];

    /// <summary>All steps, in the order of an alert's life.</summary>
    public static IReadOnlyList<AlertAction> All { get; } =
    [
        new("签收", "签收", null, [AlertState.Open, AlertState.Returned], ForSupport: true),
        new("退回", "退回", "退回理由", [AlertState.Open, AlertState.Acknowledged]),
        new(Reassign, "改派", "改派理由", [AlertState.Open, AlertState.Returned, AlertState.Acknowledged, AlertState.Handling], ForOfficers: true),
        new("办理", "进展", "办理进展", Taken, ForSupport: true),
        new("回应", "回应", "回应的公开网址", Taken),
        new("办结", "办结", "办理结果", [AlertState.Handling, AlertState.Answered]),
        new("误报", "误报", "核实情况", [AlertState.Open, AlertState.Returned, AlertState.Acknowledged, AlertState.Handling]),
        new("回访", "回访", "回访结果", [AlertState.Answered, AlertState.Closed]),
        new("重办", "重办", "重办理由", [AlertState.Answered, AlertState.Closed]),
    ];

    /// <summary>The steps that a viewer may take on an alert as it stands.</summary>
    public static IReadOnlyList<AlertAction> For(Viewer viewer, Alert alert) =>
        !viewer.MayAct(alert)
            ? []
            : [.. All.Where(a => a.States.Contains(alert.State)
                && (viewer.Role != ConsoleRole.Unit || (!a.ForOfficers && (a.ForSupport || viewer.Unit == alert.Unit))))];
}
