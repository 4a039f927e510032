using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Console;
using SentimentWatch.Pipeline;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers;

/// <summary>What both hosts register.</summary>
public static class HostServices
{
    /// <summary>Adds the pipeline, the console and the key ring.</summary>
    public static IServiceCollection AddHostServices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSentimentWatch(configuration);
        services.AddConsole(configuration);
        services.AddSingleton<KeyRing>();
        services.AddSingleton<StorageProbe>();
        return services;
    }
}
