using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>Registers the intake.</summary>
public static class IntakeServices
{
    /// <summary>Adds intake, drop folder, feeds and the poison desk. A host that listens to its own queues registers an <see cref="IQueueBell"/> of its own before.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddHttpClient(FeedReader.ClientName, client =>
        {
            // The pipeline of each feed bounds each try; the body must fit one request of the intake.
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = IntakeRequest.MaxRequestBytes;
        }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            // A redirect could carry the key to another server.
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });
        services.TryAddSingleton<IQueueBell, SilentBell>();
        services.AddSingleton<RecordIntake>();
        services.AddSingleton<BatchStatusReader>();
        services.AddSingleton<PoisonDesk>();
        services.AddSingleton<DropFolder>();
        services.AddSingleton<FeedSettings>();
        services.AddSingleton<FeedPipelines>();
        services.AddSingleton<FeedReader>();
        services.AddSingleton<FeedPoller>();
        return services;
    }
}
