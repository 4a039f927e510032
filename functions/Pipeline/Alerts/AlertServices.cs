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
        services.TryAddSingleton(provider =>
        {
            var district = provider.GetRequiredService<District>();
            return AlertRules.FromJson(district.Rules.Alerts, district.Clocks);
        });
        services.AddClocks();
        services.TryAddSingleton<ILegalClocks, LegalClocks>();
        services.AddSingleton<AlertSettler>();
        services.AddSingleton<AlertDesk>();
        services.AddSingleton<EventAlertDesk>();
        services.AddSingleton<AlertActions>();
        services.TryAddSingleton(provider => provider.GetRequiredService<DeadlineCalculator>().Names);
        services.AddSingleton<EscalationRun>();
        return services;
    }
}
