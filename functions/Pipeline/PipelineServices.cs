using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Scoring;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.Pipeline;

/// <summary>Registers every stage; shared by both hosts.</summary>
public static class PipelineServices
{
    /// <summary>Adds the whole pipeline. Each stage has one <c>Add…</c> of its own, in its folder.</summary>
    public static IServiceCollection AddSentimentWatch(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(configuration);
        services.AddRecords(configuration);
        services.AddIntake();
        services.AddScoring(configuration);
        services.AddRouting(configuration);
        services.AddEvents();
        services.AddStorage();
        services.AddAlerts();
        services.AddNotify(configuration);
        services.AddAlertStorage();
        services.AddInsights(configuration);
        services.AddDigestStorage();
        services.AddFlow();
        return services;
    }
}
