using Microsoft.AspNetCore.Http;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Triggers.Http;

/// <summary>Answers of the four lists.</summary>
internal static class QueryResult
{
    /// <summary>Header that carries the continuation, since CSV has no place for it.</summary>
    private const string ContinuationHeader = "x-continuation";

    /// <summary>Asks the desk with the parameters of the address.</summary>
    public static async Task<IResult> AnswerAsync(QueryDesk desk, QuerySubject subject, HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = request.Query.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        var reply = await desk.AnswerAsync(subject, parameters, cancellationToken);
        if (reply.Error is { } error)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: error);
        }

        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        if (reply.Continuation is { } continuation)
        {
            headers[ContinuationHeader] = continuation;
        }

        return Results.Bytes(reply.Content, reply.ContentType);
    }
}
