using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SentimentWatch.Pipeline.Notify.Ack;
using SentimentWatch.Pipeline.Notify.Http;
using SentimentWatch.Pipeline.Notify.Teams;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Registers this room.</summary>
public static class NotifyServices
{
    /// <summary>Adds the notifiers, one HTTP client a webhook, the acknowledge links and the Teams commands.</summary>
    /// <exception cref="InvalidOperationException">A webhook's address is not usable.</exception>
    public static IServiceCollection AddNotify(this IServiceCollection services, IConfiguration configuration)
    {
        var targets = NotifyTargets.Read(configuration);
        services.AddSingleton(targets);
        services.TryAddSingleton(new WebhookTimings());
        foreach (var (way, name) in targets.All)
        {
            services.AddWebhookClient(way, name);
        }

        services.AddHttpClient();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<AckKeys>();
        services.AddSingleton<AckLinks>();
        services.AddSingleton<AckDesk>();
        services.AddSingleton<AlertCard>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<INotifier, TeamsNotifier>();
        services.AddSingleton<INotifier, ConsoleNotifier>();
        services.AddSingleton<NotifyProcessor>();
        services.AddSingleton<TeamsCommands>();
        return services;
    }
}
