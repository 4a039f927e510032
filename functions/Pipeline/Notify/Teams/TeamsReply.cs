namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>Answer to an outgoing webhook.</summary>
/// <param name="Status">200 handled, 400 not readable, 401 not signed or too old, 403 another unit's alert, 404 unknown unit or alert.</param>
/// <param name="Json">Body, a Teams message.</param>
public sealed record TeamsReply(int Status, string Json);
