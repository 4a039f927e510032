using Microsoft.Extensions.Logging;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Log lines of this room; none carries citizens' text.</summary>
internal static partial class Log
{
    [LoggerMessage(1801, LogLevel.Information, "Counted {Days} days anew; {Rows} rows of daily had changed.")]
    public static partial void RolledUp(this ILogger logger, int days, int rows);

    [LoggerMessage(1802, LogLevel.Information, "Stored the {Period} digest of {Day}.")]
    public static partial void DigestStored(this ILogger logger, string period, string day);

    [LoggerMessage(1803, LogLevel.Information, "Left the card of the {Period} digest of {Day} out: {Reason}.")]
    public static partial void DigestNotSent(this ILogger logger, string period, string day, string reason);
}
