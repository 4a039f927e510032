using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Endpoints;
using SentimentWatch.Console.Pages;

namespace SentimentWatch.Console;

/// <summary>Routes of the console. A GET only shows; what changes something is a POST with an antiforgery token.</summary>
public static class ConsoleRoutes
{
    /// <summary>Maps <c>/console</c> and everything below it.</summary>
    public static IEndpointConventionBuilder MapConsole(this IEndpointRouteBuilder routes)
    {
        var assets = routes.MapGroup("/console/assets");
        assets.MapGet("/console.css", AssetsEndpoint.ShowStyle);
        assets.MapGet("/icon.svg", AssetsEndpoint.ShowIcon);
        assets.AddEndpointFilter(static (context, next) =>
        {
            SecurityHeaders.Apply(context.HttpContext.Response);
            return next(context);
        });

        var pages = routes.MapGroup("/console").AddEndpointFilter<RouteGroupBuilder, ConsoleGate>();
        pages.MapGet("/", OverviewEndpoint.ShowAsync);
        pages.MapGet("/sign-in", SignInEndpoint.Show).WithMetadata(new OpenToAll());
        pages.MapPost("/sign-in", SignInEndpoint.SignInAsync).WithMetadata(new OpenToAll());
        pages.MapPost("/sign-out", (Delegate)SignInEndpoint.SignOutAsync);
        pages.MapGet("/alerts", AlertsEndpoint.ShowAsync);
        pages.MapGet("/alerts/{id}", AlertEndpoint.ShowAsync);
        pages.MapPost("/alerts/{id}", AlertEndpoint.ActAsync);
        pages.MapGet("/events", EventsEndpoint.ShowAsync);
        pages.MapGet("/events/{id}", EventEndpoint.ShowAsync);
        pages.MapPost("/events/{id}", EventEndpoint.CorrectAsync);
        pages.MapGet("/overdue", OverdueEndpoint.ShowAsync);
        pages.MapGet("/records", RecordsEndpoint.ShowAsync);
        pages.MapGet("/records/{channel}/{**sourceId}", RecordsEndpoint.ShowOneAsync);
        pages.MapGet("/reviews", ReviewsEndpoint.ShowAsync);
        pages.MapPost("/reviews/{day}/{key}", ReviewsEndpoint.DecideAsync);
        pages.MapGet("/digests", DigestsEndpoint.ShowAsync);
        pages.MapGet("/digests/{name}", DigestsEndpoint.ShowOne);
        pages.MapGet("/digests/{name}/page", DigestsEndpoint.ShowPageAsync);
        pages.MapGet("/policies", PoliciesEndpoint.Show);
        pages.MapGet("/policies/{name}", PoliciesEndpoint.ShowOne);
        pages.MapGet("/policies/{name}/page", PoliciesEndpoint.ShowPageAsync);
        pages.MapGet("/{**rest}", static (HttpContext http) => PageResult.NotFound(PageContext.Of(http)));
        return pages;
    }
}
