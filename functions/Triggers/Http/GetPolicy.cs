using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>GET /api/policies/{code}</c>: how a policy was received, as html, json, csv or md.</summary>
public sealed class GetPolicy(PolicyDesk desk, PolicyForms forms)
{
    [Function(nameof(GetPolicy))]
    [KeyRole(KeyRoles.Reader)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/policies/{code}")] HttpRequest request,
        string code,
        CancellationToken cancellationToken)
    {
        if (!PolicyForms.TryParse(request.Query["format"] is [{ Length: > 0 } asked, ..] ? asked : "html", out var format))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The format of a policy report is html, json, csv or md.");
        }

        if (desk.Find(code) is not { } policy)
        {
            return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "No policy is under watch by that code; policies.json lists them.");
        }

        var content = await forms.WriteAsync(await desk.ReportAsync(policy, null, cancellationToken), format);
        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'";
        return Results.Bytes(content, PolicyForms.ContentType(format));
    }
}
