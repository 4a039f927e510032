using Microsoft.Extensions.Logging;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>Log lines of the flow; none carries a citizen's words.</summary>
internal static partial class FlowLog
{
    [LoggerMessage(1101, LogLevel.Information, "Part {Part} of batch {BatchId}: {Stored} stored, {Updated} updated, {Unchanged} unchanged, {Alerts} alerts opened, try {Try}")]
    public static partial void Processed(ILogger logger, string batchId, int part, int stored, int updated, int unchanged, int alerts, int @try);

    [LoggerMessage(1102, LogLevel.Information, "Events: {Rows} new rows of sketches, {Records} records known, {Written} events written")]
    public static partial void Swept(ILogger logger, int rows, int records, int written);

    [LoggerMessage(1103, LogLevel.Information, "Events: step {Step} on {EventId} by {By}")]
    public static partial void Corrected(ILogger logger, string step, string eventId, string by);
}
