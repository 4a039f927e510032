namespace SentimentWatch.Pipeline.Alerts;

/// <summary>How a lifecycle step ended.</summary>
public enum ActionOutcome
{
    /// <summary>Taken and logged.</summary>
    Done,

    /// <summary>It had been taken before; nothing changed.</summary>
    Already,

    /// <summary>There is no such alert.</summary>
    NotFound,

    /// <summary>The unit neither leads nor supports the alert, or the step is not its to take.</summary>
    NotYours,

    /// <summary>The alert's state does not allow it.</summary>
    Illegal,

    /// <summary>Something is missing or wrong in what was said (a reason, an address, a unit).</summary>
    Invalid,
}

/// <summary>Answer to a lifecycle step.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">One Chinese sentence for whoever asked.</param>
/// <param name="Alert">The alert after it; null when it is not there or not theirs to see.</param>
public sealed record ActionResult(ActionOutcome Outcome, string Message, Alert? Alert = null)
{
    /// <summary>True when the wish of whoever asked holds now.</summary>
    public bool Holds => Outcome is ActionOutcome.Done or ActionOutcome.Already;
}

/// <summary>A step that somebody wants to take.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Unit">Unit code, or <see cref="AlertActors.Admin"/>.</param>
/// <param name="Step">See <see cref="AlertStep"/>.</param>
/// <param name="By">Unit code and way, as the log shows it (<c>zjj via teams</c>).</param>
/// <param name="Note">Reason, progress or address; masked before it is kept.</param>
/// <param name="To">改派: the unit that leads from now on.</param>
/// <param name="Source">Id of the message that asked; a repeat of it changes nothing.</param>
/// <param name="Until">延期: the new date (Asia/Shanghai).</param>
public sealed record StepRequest(
    string AlertId,
    string Unit,
    string Step,
    string By,
    string? Note = null,
    string? To = null,
    string? Source = null,
    DateOnly? Until = null);
