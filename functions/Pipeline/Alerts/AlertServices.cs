using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Registers this room.</summary>
public static class AlertServices
{
    /// <summary>Adds the alert desk and the lifecycle steps; its rules come from the district's <c>rules.json</c>, section <c>alerts</c>.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => AlertRules.FromJson(provider.GetRequiredService<District>().Rules.Alerts));
        services.AddClocks();
        services.AddSingleton<AlertSettler>();
        services.AddSingleton<AlertDesk>();
        services.AddSingleton<AlertActions>();
        return services;
    }
}
