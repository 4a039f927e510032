using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SentimentWatch.Pipeline.Notify.Ack;

namespace SentimentWatch.Console.Ack;

/// <summary>The acknowledge page as an answer. The token in the address is the secret, so the page is not kept and not passed on.</summary>
public sealed class AckResult(AckView view) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var headers = httpContext.Response.Headers;
        headers.CacheControl = "no-store";

        // Not no-referrer: that would make the browser send "Origin: null" with the form, and the origin could not be checked.
        headers["Referrer-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        return new RazorComponentResult<AckPage>(new { View = view }) { StatusCode = view.Status, PreventStreamingRendering = true }.ExecuteAsync(httpContext);
    }
}
