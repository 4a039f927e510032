using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Ack;

/// <summary>What a signed link allows: one action of one unit on one alert, in one round of it, for a while.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Unit">The unit the link was sent to.</param>
/// <param name="Action">One of <see cref="AckAction"/>.</param>
/// <param name="Round">The alert's round (<see cref="Alert.Round"/>) when the link was made; a later 改派, 重办 or reopening makes the link void.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record AckTicket(string AlertId, string Unit, string Action, int Round, DateTimeOffset ExpiresAt);

/// <summary>What a signed link can be for.</summary>
public static class AckAction
{
    /// <summary>签收.</summary>
    public const string Acknowledge = "ack";

    /// <summary>退回, with the reason.</summary>
    public const string Return = "return";

    /// <summary>报进展.</summary>
    public const string Progress = "progress";

    /// <summary>All of them, in the order of a card's buttons.</summary>
    public static IReadOnlyList<string> All { get; } = [Acknowledge, Return, Progress];

    /// <summary>The lifecycle step behind an action; null when there is no such action.</summary>
    public static string? StepOf(string action) => action switch
    {
        Acknowledge => AlertStep.Acknowledged,
        Return => AlertStep.Returned,
        Progress => AlertStep.Handling,
        _ => null,
    };

    /// <summary>What the button says.</summary>
    public static string NameOf(string action) => action switch
    {
        Acknowledge => "签收",
        Return => "退回",
        Progress => "报进展",
        _ => action,
    };
}
