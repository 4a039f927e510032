using Microsoft.Extensions.Logging;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Log lines of this room; they name alerts and targets, never a webhook's address or a citizen's words.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "Alert {AlertId} ({Reason}) sent to {Target}")]
    public static partial void AlertSent(this ILogger logger, string alertId, string reason, string target);

    [LoggerMessage(3002, LogLevel.Warning, "Alert {AlertId} not yet sent to {Target}, tried again in {Delay}: {Reason}")]
    public static partial void AlertDelayed(this ILogger logger, string alertId, string target, TimeSpan delay, string reason);

    [LoggerMessage(3003, LogLevel.Error, "Alert {AlertId} cannot be sent to {Target}: {Reason}")]
    public static partial void AlertRefused(this ILogger logger, string alertId, string target, string reason);

    [LoggerMessage(3004, LogLevel.Warning, "ALERT {AlertId} {Level} ({Reason}): {Title}, lead {Unit}, acknowledge by {AcknowledgeBy:O}, {Records} records")]
    public static partial void AlertOnConsole(
        this ILogger logger, string alertId, string level, string reason, string title, string unit, DateTimeOffset acknowledgeBy, int records);

    [LoggerMessage(3005, LogLevel.Warning, "A Teams command for {Unit} was refused: {Reason}")]
    public static partial void CommandRefused(this ILogger logger, string unit, string reason);

    [LoggerMessage(3006, LogLevel.Information, "Teams command {Step} of {Unit} on {AlertId}: {Outcome}")]
    public static partial void CommandTaken(this ILogger logger, string step, string unit, string alertId, string outcome);

    [LoggerMessage(3007, LogLevel.Warning, "NOTE for {Unit}: {Text}")]
    public static partial void NoteOnConsole(this ILogger logger, string unit, string text);

    [LoggerMessage(3008, LogLevel.Error, "The address of {Channel} takes nothing any more: {Why}")]
    public static partial void TargetDead(this ILogger logger, string channel, string why);

    [LoggerMessage(3009, LogLevel.Warning, "A flush of {Channel} did not come in time and was queued again")]
    public static partial void FlushLost(this ILogger logger, string channel);
}
