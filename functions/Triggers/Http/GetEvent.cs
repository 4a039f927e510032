using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /api/events/{id}</c>: one event with the keys of its records; an id that went up in another event leads to that one.</summary>
public sealed class GetEvent(EventDesk desk)
{
    [Function(nameof(GetEvent))]
    [KeyRole(KeyRoles.Reader)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/events/{id}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } one)
        {
            return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "没有这个热点事件。");
        }

        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        return Results.Json(EventReading.Of(one), TriggersJson.Plain.EventReading);
    }
}

/// <summary>One event; times are UTC.</summary>
public sealed record EventReading(
    string EventId, string Title, string Level, string Lead, IReadOnlyList<string> Channels, DateTimeOffset RaisedAt, DateTimeOffset FirstAt, DateTimeOffset LastAt,
    int RecordCount, int Voices, string State, string Why, IReadOnlyList<string> Terms, string? Predecessor, IReadOnlyList<string> FormerIds, string? SplitFrom,
    bool IsFalse, string? AlertId, IReadOnlyList<EventReadingRecord> Records)
{
    /// <summary>Of a stored event.</summary>
    public static EventReading Of(StoredEvent one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new EventReading(
            one.Id, one.Title, one.Level, one.Lead, one.Channels, one.RaisedAt, one.FirstAt, one.LastAt, one.RecordCount, one.Voices, one.State, one.Why, one.Terms,
            one.Predecessor, one.FormerIds, one.SplitFrom, one.IsFalse, one.AlertId,
            [.. one.Members.Select(member => new EventReadingRecord(member.Channel, member.SourceId, member.Day))]);
    }
}

/// <summary>A record of an event: its channel, its id there, and the day of receipt (Asia/Shanghai).</summary>
public sealed record EventReadingRecord(string Channel, string SourceId, DateOnly Day);
