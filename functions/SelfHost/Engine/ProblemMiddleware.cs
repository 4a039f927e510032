using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SentimentWatch.SelfHost.Engine;

/// <summary>Turns what a request threw into RFC 9457 problem details; the cause goes to the log, not to the caller.</summary>
public sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    /// <summary>Runs the rest of the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The body is larger than this route takes." : "The request cannot be read.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody reads an answer.
        }
#pragma warning disable CA1031 // last guard: no exception may reach the caller
        catch (Exception e) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
            EngineLog.RequestFailed(logger, e, context.Request.Method, route);
            await WriteAsync(context, StatusCodes.Status500InternalServerError, "The server failed on this request; the operators' log says why.");
        }
    }

    private static async Task WriteAsync(HttpContext context, int status, string title)
    {
        context.Response.Clear();
        await Results.Problem(title: title, statusCode: status).ExecuteAsync(context);
    }
}
