namespace SentimentWatch.Pipeline.Notify.Ack;

/// <summary>What a signed link allows.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Unit">The unit the link was sent to.</param>
/// <param name="Action">What it allows; <see cref="Acknowledge"/>.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record AckTicket(string AlertId, string Unit, string Action, DateTimeOffset ExpiresAt)
{
    /// <summary>签收.</summary>
    public const string Acknowledge = "ack";
}
