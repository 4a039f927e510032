using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Ack;

/// <summary>What a signed link leads to.</summary>
public enum AckState
{
    /// <summary>The step may be taken: the page shows the form.</summary>
    Waiting,

    /// <summary>The step was taken just now.</summary>
    Done,

    /// <summary>The link has been used, or there is nothing left to do: the page shows the state.</summary>
    Settled,

    /// <summary>The form came without the field of the page, or without what it asks: nothing was done, the page shows the form again.</summary>
    Incomplete,

    /// <summary>The form came from another site: nothing was done.</summary>
    Foreign,

    /// <summary>The token is not ours or was altered.</summary>
    Invalid,

    /// <summary>The token is too old.</summary>
    Expired,

    /// <summary>The alert was returned, reassigned or opened anew since the link was made.</summary>
    Superseded,

    /// <summary>There is no such alert.</summary>
    NotFound,

    /// <summary>The unit has nothing to do with the alert, or not any more.</summary>
    NotYours,
}

/// <summary>Data of the acknowledge page.</summary>
/// <param name="State">What to show.</param>
/// <param name="Message">One Chinese sentence.</param>
/// <param name="Alert">The alert; null when it must not be shown.</param>
/// <param name="Action">What the link is for, one of <see cref="AckAction"/>; null when unknown.</param>
/// <param name="Guard">Value of the form's hidden field; empty when there is no form.</param>
/// <param name="Draft">What was written and not taken.</param>
/// <param name="UnitName">Name of the lead unit.</param>
/// <param name="ActorName">Name of the unit that the link was sent to.</param>
/// <param name="SupportNames">Names of the supporting units.</param>
/// <param name="Deadlines">Running deadlines in words.</param>
public sealed record AckView(
    AckState State,
    string Message,
    Alert? Alert = null,
    string? Action = null,
    string Guard = "",
    string Draft = "",
    string UnitName = "",
    string ActorName = "",
    IReadOnlyList<string>? SupportNames = null,
    IReadOnlyList<string>? Deadlines = null)
{
    /// <summary>True when the page shows the form.</summary>
    public bool HasForm => State is AckState.Waiting or AckState.Incomplete;

    /// <summary>HTTP status of the page.</summary>
    public int Status => State switch
    {
        AckState.Waiting or AckState.Done or AckState.Settled => 200,
        AckState.Incomplete => 400,
        AckState.Foreign or AckState.NotYours => 403,
        AckState.Expired or AckState.Superseded => 410,
        _ => 404,
    };
}

/// <summary>What came with a POST.</summary>
/// <param name="Guard">The form's hidden field; null when it is missing.</param>
/// <param name="Text">Reason or progress.</param>
/// <param name="SameSite">False when the browser says that another site sent the form.</param>
public sealed record AckForm(string? Guard, string? Text, bool SameSite);
