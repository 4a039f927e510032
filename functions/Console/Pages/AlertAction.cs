using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Console.Pages;

/// <summary>A lifecycle step that a button on an alert's page takes.</summary>
/// <param name="Step">Step as the log names it; also the form's value.</param>
/// <param name="Button">What the button says.</param>
/// <param name="NoteLabel">What the note is for; null for a step without a note.</param>
/// <param name="NoteNeeded">True when the step says nothing without its note.</param>
public sealed record AlertAction(string Step, string Button, string? NoteLabel, bool NoteNeeded)
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaximumNote = 500;

    /// <summary>All steps, in the order of an alert's life.</summary>
    public static IReadOnlyList<AlertAction> All { get; } =
    [
        new("签收", "签收", null, false),
        new("退回", "退回", "退回理由（为何不属本单位职责，应由谁办理）", true),
        new("办理", "报送进展", "办理进展", true),
        new("回应", "登记回应", "公开回应的网址或要点", true),
        new("办结", "办结", "办理结果", true),
    ];

    /// <summary>The steps that make sense in a state; the desk itself decides again when the step is sent.</summary>
    public static IReadOnlyList<AlertAction> In(string state) =>
        [.. All.Where(a => Steps(state).Contains(a.Step))];

    private static string[] Steps(string state) => state switch
    {
        AlertState.Open => ["签收", "退回"],
        AlertState.Returned => ["签收"],
        AlertState.Acknowledged => ["退回", "办理", "回应", "办结"],
        AlertState.Handling => ["办理", "回应", "办结"],
        AlertState.Answered => ["办理", "回应", "办结"],
        _ => [],
    };
}
