using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>Registers the district and the router.</summary>
public static class RoutingServices
{
    /// <summary>Adds this room; the district is loaded and checked on first use.</summary>
    public static IServiceCollection AddRouting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => District.Load(DistrictFiles.FolderOf(configuration)));
        services.AddSingleton(sp => sp.GetRequiredService<District>().Roster);
        services.AddSingleton<IUnitNames>(sp => sp.GetRequiredService<Roster>());
        services.AddSingleton<Router>();
        return services;
    }
}
