using SentimentWatch.Console.Data;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Console.Pages;

/// <summary>What the frame of a page says besides the page.</summary>
/// <param name="District">Name of the district.</param>
/// <param name="Who">Role or unit of the viewer.</param>
/// <param name="UnitName">Name of a unit code.</param>
public sealed record FrameModel(string District, string Who, Func<string, string> UnitName);

/// <summary>Sign-in.</summary>
/// <param name="District">Name of the district.</param>
/// <param name="Next">Page that follows.</param>
/// <param name="Error">Why the last try failed.</param>
/// <param name="FromElsewhere">A link on another site led here, and SameSite=Strict kept the session cookie at home: offer to go on.</param>
public sealed record SignInModel(string District, string Next, string? Error = null, bool FromElsewhere = false);

/// <summary>The overview.</summary>
public sealed record OverviewModel(
    FrameModel Frame,
    IReadOnlyList<DayCounts> Week,
    IReadOnlyList<Alert> Waiting,
    IReadOnlyList<Alert> Grave,
    DigestKey? LastDigest,
    IReadOnlyList<EventLine> Hot,
    bool Refreshes);

/// <summary>The list of alerts.</summary>
public sealed record AlertsModel(
    FrameModel Frame,
    AlertFilter Filter,
    IReadOnlyList<UnitName> Units,
    Page<Alert> Result,
    string? FirstPage,
    string? NextPage);

/// <summary>What is overdue.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Unit">The unit that the list is narrowed to; null for all.</param>
/// <param name="Units">Units to choose from.</param>
/// <param name="Lapsed">By unit, most first; matters that the viewer may see.</param>
public sealed record OverdueModel(FrameModel Frame, string? Unit, IReadOnlyList<UnitName> Units, IReadOnlyList<OverdueUnit> Lapsed);

/// <summary>One alert.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Alert">The alert.</param>
/// <param name="Log">Its lifecycle, oldest first.</param>
/// <param name="Members">Records that speak of it and that the viewer may see, as far as shown.</param>
/// <param name="HiddenMembers">How many more there are.</param>
/// <param name="Clocks">Deadlines that run, the nearest first.</param>
/// <param name="Actions">Steps the viewer may take now.</param>
/// <param name="Units">All units.</param>
/// <param name="Roster">Tells which of them it must not be handed to.</param>
/// <param name="Done">The step that was just taken.</param>
/// <param name="Error">Why the last step was refused.</param>
/// <param name="FailedStep">The step that was refused.</param>
/// <param name="Draft">What the refused step's note said.</param>
public sealed record AlertModel(
    FrameModel Frame,
    Alert Alert,
    IReadOnlyList<AlertLogEntry> Log,
    IReadOnlyList<StoredRecord> Members,
    int HiddenMembers,
    IReadOnlyList<ClockLine> Clocks,
    IReadOnlyList<AlertAction> Actions,
    IReadOnlyList<UnitName> Units,
    IUnitNames Roster,
    string? Done = null,
    string? Error = null,
    string? FailedStep = null,
    string? Draft = null)
{
    /// <summary>Address of its event; null without one, or when the viewer may not open it.</summary>
    public string? EventLink { get; init; }
}

/// <summary>A running deadline of an alert.</summary>
/// <param name="DueAt">The deadline (UTC).</param>
/// <param name="Text">What it is called, and where it comes from.</param>
public sealed record ClockLine(DateTimeOffset DueAt, ClockText Text);

/// <summary>The list of records.</summary>
public sealed record RecordsModel(
    FrameModel Frame,
    RecordFilter Filter,
    IReadOnlyList<UnitName> Units,
    Page<StoredRecord> Result,
    string? FirstPage,
    string? NextPage);

/// <summary>One record.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Stored">The record.</param>
/// <param name="EventLink">Address of its event; null without one, or when the viewer may not open it.</param>
public sealed record RecordModel(FrameModel Frame, StoredRecord Stored, string? EventLink = null);

/// <summary>The list of digests.</summary>
public sealed record DigestsModel(FrameModel Frame, IReadOnlyList<DigestKey> Digests);

/// <summary>One digest.</summary>
public sealed record DigestModel(FrameModel Frame, DigestKey Digest);

/// <summary>The policies under watch, latest first.</summary>
public sealed record PoliciesModel(FrameModel Frame, IReadOnlyList<Policy> Policies);

/// <summary>A policy's report, or a year's sheet.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Name">Code of the policy, or the year.</param>
/// <param name="Title">Heading.</param>
public sealed record PolicyFrameModel(FrameModel Frame, string Name, string Title);
