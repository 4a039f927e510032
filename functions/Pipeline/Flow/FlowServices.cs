using Microsoft.Extensions.DependencyInjection;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>Registers the flow.</summary>
public static class FlowServices
{
    /// <summary>Adds what ties the stages together.</summary>
    public static IServiceCollection AddFlow(this IServiceCollection services)
    {
        services.AddSingleton<IRecordJudge, RecordJudge>();
        services.AddSingleton<PartProcessor>();
        services.AddSingleton<EventIntake>();
        services.AddSingleton<EventMatters>();
        services.AddSingleton<EventFollowUp>();
        services.AddSingleton<EventSweep>();
        services.AddSingleton<EventDesk>();
        services.AddSingleton<Rescorer>();
        return services;
    }
}
