using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts.Clocks;

/// <summary>Registers the deadline engine.</summary>
public static class ClockServices
{
    /// <summary>Adds the calculator on the district's clocks and calendar, and what rests on it.</summary>
    public static IServiceCollection AddClocks(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var district = provider.GetRequiredService<District>();
            return new DeadlineCalculator(district.Clocks, district.Calendar);
        });
        services.AddSingleton<RecordDeadlines>();
        services.AddSingleton<ReturnLimits>();
        services.AddSingleton<Extensions>();
        return services;
    }
}
