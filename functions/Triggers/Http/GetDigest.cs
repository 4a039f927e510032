using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /api/digests/{date|latest}</c>: a digest as html, docx, md or card.</summary>
public sealed class GetDigest(DigestDesk desk)
{
    [Function(nameof(GetDigest))]
    [KeyRole(KeyRoles.Reader)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/digests/{date}")] HttpRequest request,
        string date,
        CancellationToken cancellationToken)
    {
        var answer = await desk.ReadAsync(date, Value(request, "period"), Value(request, "format"), cancellationToken);
        if (answer.Error is { } error)
        {
            return Results.Problem(statusCode: answer.Status, title: error);
        }

        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'";
        return Results.File(answer.Content, answer.ContentType, Value(request, "format") == "docx" ? answer.FileName : null);
    }

    private static string? Value(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;
}
