using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;

namespace SentimentWatch.Console.Endpoints;

/// <summary><c>GET</c> and <c>POST /console/sign-in</c>, <c>POST /console/sign-out</c>.</summary>
internal static class SignInEndpoint
{
    public static IResult Show(HttpContext http, IConsoleData data)
    {
        var page = PageContext.Of(http);
        var next = Links.Safe(http.Request.Query["next"]);
        return page.Viewer is not null
            ? Results.Redirect(next)
            : PageResult.Of<SignInPage>(page, new SignInModel(
                data.District, next, FromElsewhere: http.Request.Headers["Sec-Fetch-Site"] == "cross-site"));
    }

    public static async Task<IResult> SignInAsync(
        HttpContext http, IConsoleData data, SignInKeys keys, SignInThrottle throttle, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        var logger = loggers.CreateLogger(typeof(SignInEndpoint));
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var next = Links.Safe(form["next"]);
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        if (throttle.Wait(address) is { } wait)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            Log.Throttled(logger, address, seconds);
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return PageResult.Of<SignInPage>(
                page,
                new SignInModel(data.District, next, $"尝试次数过多，请 {(seconds + 59) / 60} 分钟后再试。"),
                StatusCodes.Status429TooManyRequests);
        }

        var viewer = keys.Find(form["key"].ToString());
        if (viewer is null)
        {
            throttle.Failed(address);
            Log.WrongKey(logger, address);
            return PageResult.Of<SignInPage>(
                page, new SignInModel(data.District, next, "口令不正确，请核对后重新输入。"), StatusCodes.Status403Forbidden);
        }

        await http.SignInAsync(ConsoleGate.Scheme, viewer.ToPrincipal(ConsoleGate.Scheme));
        Log.SignedIn(logger, viewer.Role, viewer.Unit, address);
        return SeeOther(http, next);
    }

    public static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(ConsoleGate.Scheme);
        return SeeOther(http, Links.SignInPath);
    }

    private static IResult SeeOther(HttpContext http, string location)
    {
        http.Response.Headers.Location = location;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
