using Microsoft.Extensions.Logging;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Log lines of the escalation timer.</summary>
internal static partial class EscalationLog
{
    [LoggerMessage(2101, LogLevel.Information, "Escalation: {Rows} moments had come, {Steps} steps logged, {News} pieces of news, {Repaired} alerts brought to their end")]
    public static partial void EscalationDone(this ILogger logger, int rows, int steps, int news, int repaired);
}
