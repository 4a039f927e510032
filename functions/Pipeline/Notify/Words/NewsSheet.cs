using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Words;

/// <summary>What one piece of news says to one unit, in plain text that no way has escaped or cut yet. Title, excerpt, note and place are hostile input.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Level">Its level, see <see cref="AlertLevel"/>.</param>
/// <param name="Tone">Colour of the heading: a level, or that of a card (黄牌, 红牌).</param>
/// <param name="Label">红色预警·催办.</param>
/// <param name="Title">The alert's title.</param>
/// <param name="Lead">What happened and what to do, one or two sentences.</param>
/// <param name="Note">Reason or progress that somebody wrote, with its name; null when there is none.</param>
/// <param name="Deadlines">Running deadlines, one line each.</param>
/// <param name="Facts">Name and value, in order.</param>
/// <param name="Excerpt">Masked words of the earliest record, or of the one that stands for an event.</param>
/// <param name="Actions">Links by which the unit acts.</param>
/// <param name="Page">Where the alert can be seen; null when there is no public address.</param>
public sealed record NewsSheet(
    string AlertId,
    string Level,
    string Tone,
    string Label,
    string Title,
    string Lead,
    NewsFact? Note,
    IReadOnlyList<string> Deadlines,
    IReadOnlyList<NewsFact> Facts,
    string Excerpt,
    IReadOnlyList<NewsLink> Actions,
    string? Page)
{
    /// <summary>Longest excerpt that the product keeps, in characters: one as long as this was cut.</summary>
    public const int LongestExcerpt = 200;

    /// <summary>What the excerpt is.</summary>
    public string ExcerptName { get; init; } = "最早一条诉求（已脱敏）";

    /// <summary>Where all records of its event can be seen; null without an event, without a public address, or when the unit must not see all of them.</summary>
    public string? EventPage { get; init; }
}

/// <summary>A named value.</summary>
public sealed record NewsFact(string Name, string Value);

/// <summary>A link by which a unit acts.</summary>
/// <param name="Action">One of <see cref="Ack.AckAction"/>.</param>
/// <param name="Title">What the button says.</param>
/// <param name="Url">The signed link.</param>
public sealed record NewsLink(string Action, string Title, string Url);

/// <summary>Whom a message speaks to.</summary>
public enum NewsRole
{
    /// <summary>The unit that leads the matter.</summary>
    Lead,

    /// <summary>A supporting unit.</summary>
    Support,

    /// <summary>An office or a parent unit that reads and supervises.</summary>
    Office,
}
