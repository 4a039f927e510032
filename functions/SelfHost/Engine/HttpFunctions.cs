using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.SelfHost.Engine;

/// <summary>Maps every HTTP function on Kestrel, with host.json's route prefix and the key that its role asks for.</summary>
public static class HttpFunctions
{
    /// <summary>Maps them all.</summary>
    public static void MapFunctions(this IEndpointRouteBuilder routes)
    {
        var catalog = routes.ServiceProvider.GetRequiredService<FunctionCatalog>();
        var prefix = routes.ServiceProvider.GetRequiredService<HostSettings>().RoutePrefix;
        foreach (var (function, trigger) in catalog.Of<HttpTriggerAttribute>())
        {
            var route = $"/{prefix}/{trigger.Route ?? function.Name}".Replace("//", "/", StringComparison.Ordinal);
            var role = trigger.AuthLevel == AuthorizationLevel.Anonymous ? null : KeyRoleAttribute.Of(function.Method);
            routes.MapMethods(route, trigger.Methods.Select(m => m.ToUpperInvariant()), context => RunAsync(context, function, role))
                .WithDisplayName(function.Name)
                .WithMetadata(function);
        }
    }

    private static async Task RunAsync(HttpContext context, FunctionEntry function, string? role)
    {
        if (role is not null && context.RequestServices.GetRequiredService<KeyRing>().Refuse(context.Request, role) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        var invoker = context.RequestServices.GetRequiredService<FunctionInvoker>();
        if (await invoker.InvokeAsync(function, context.Request, context.Request.RouteValues, context.RequestAborted) is IResult result)
        {
            await result.ExecuteAsync(context);
        }
    }
}
