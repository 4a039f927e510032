using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The column <c>status</c>: how far the source says a record is.</summary>
internal static class RecordStatus
{
    /// <summary>closed, replied, returned, accepted, dispatched or received: the furthest that has happened.</summary>
    public static string Of(Handling? handling) => handling switch
    {
        { ClosedAt: not null } => "closed",
        { RepliedAt: not null } => "replied",
        { ReturnedAt: not null } => "returned",
        { AcceptedAt: not null } => "accepted",
        { DispatchedAt: not null } => "dispatched",
        _ => "received",
    };
}
