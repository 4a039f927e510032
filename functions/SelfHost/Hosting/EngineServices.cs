using System.Reflection;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.SelfHost.Engine;

namespace SentimentWatch.SelfHost.Hosting;

/// <summary>Registers what drives the functions.</summary>
public static class EngineServices
{
    /// <summary>Adds the engine; with null options functions are only found and answer requests.</summary>
    public static IServiceCollection AddEngine(this IServiceCollection services, EngineOptions? options)
    {
        services.AddSingleton(new FunctionCatalog(Assembly.GetExecutingAssembly()));
        services.AddSingleton(HostSettings.Read(Path.Combine(AppContext.BaseDirectory, "host.json")));
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<QueueBells>();
        services.AddSingleton<IQueueBell, InProcessBell>();
        if (options is not null)
        {
            services.AddSingleton(options);
            services.AddSingleton<TriggerEngine>();
        }

        return services;
    }
}

/// <summary>Rings the bell of the queue's listener in this process.</summary>
public sealed class InProcessBell(QueueBells bells) : IQueueBell
{
    /// <inheritdoc/>
    public void Ring(string queue) => bells.Ring(queue);
}
