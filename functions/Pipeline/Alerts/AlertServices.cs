using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Registers this room.</summary>
public static class AlertServices
{
    /// <summary>Adds the alert desk and the lifecycle steps; rules stay the defaults unless a district has registered its own before.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.TryAddSingleton(new AlertRules());
        services.AddSingleton<AlertDesk>();
        services.AddSingleton<AlertActions>();
        return services;
    }
}
