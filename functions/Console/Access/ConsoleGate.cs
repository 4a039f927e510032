using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using SentimentWatch.Console.Pages;

namespace SentimentWatch.Console.Access;

/// <summary>
/// What every request of the console passes: headers, session, antiforgery for a POST, and an error page in place of a stack trace.
/// It asks the cookie scheme itself, so that it holds in whatever order the host has put its middleware.
/// </summary>
public sealed class ConsoleGate(SignInKeys keys, IAntiforgery antiforgery, TimeProvider time, ILogger<ConsoleGate> logger) : IEndpointFilter
{
    /// <summary>Name of the cookie scheme.</summary>
    public const string Scheme = "console";

    private static readonly FormOptions SmallForms = new() { BufferBodyLengthLimit = 64 * 1024, ValueCountLimit = 32 };

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var viewer = await ViewerAsync(http);
        var page = new PageContext(viewer, http.Request, time.GetUtcNow(), antiforgery.GetAndStoreTokens(http));
        // After the tokens, which bring caching headers of their own.
        SecurityHeaders.Apply(http.Response);
        http.Features.Set(page);
        if (viewer is null && http.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is null)
        {
            return HttpMethods.IsGet(http.Request.Method)
                ? Results.Redirect(Links.SignIn(http.Request.Path + http.Request.QueryString))
                : PageResult.Message(page, StatusCodes.Status401Unauthorized, "请先登录", "登录已过期，刚才的操作没有提交。请重新登录后再试。");
        }

        if (HttpMethods.IsPost(http.Request.Method) && !await IsOursAsync(http))
        {
            return PageResult.Message(page, StatusCodes.Status400BadRequest, "表单已失效", "这次提交没有通过防伪校验，没有做任何改动。请返回页面刷新后重新提交。");
        }

        try
        {
            return await next(context);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.PageFailed(logger, e, http.Request.Path);
            return PageResult.Message(
                page, StatusCodes.Status500InternalServerError, "页面出错了",
                $"系统暂时无法显示这一页，请稍后再试。如反复出现，请把编号 {http.TraceIdentifier} 告诉管理员。");
        }
    }

    private async Task<Viewer?> ViewerAsync(HttpContext http)
    {
        var session = await http.AuthenticateAsync(Scheme);
        var viewer = session.Principal is null ? null : Viewer.FromPrincipal(session.Principal);
        if (viewer is null || !keys.StillOpens(viewer))
        {
            return null;
        }

        // Antiforgery tokens are bound to the signed-in identity.
        http.User = session.Principal!;
        return viewer;
    }

    private async Task<bool> IsOursAsync(HttpContext http)
    {
        try
        {
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, SmallForms));
            return http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            Log.FormRefused(logger, e, http.Request.Path);
            return false;
        }
    }
}

/// <summary>Marks a route that needs no session: sign-in and the style sheet.</summary>
public sealed class OpenToAll;
