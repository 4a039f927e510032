using Microsoft.Extensions.Logging;

namespace SentimentWatch.Triggers;

/// <summary>What the functions themselves log.</summary>
internal static partial class TriggerLog
{
    [LoggerMessage(1, LogLevel.Critical, "INCIDENT: message {Id} of queue notify failed at every try, so an alert was not announced; it is kept in deadletters, tell the unit by other means.")]
    public static partial void AlertNotTold(ILogger logger, string id);

    [LoggerMessage(2, LogLevel.Error, "The readiness check found a fault: {Fault}")]
    public static partial void NotReady(ILogger logger, string fault);
}
