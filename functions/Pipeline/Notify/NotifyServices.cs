using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SentimentWatch.Pipeline.Notify.Ack;
using SentimentWatch.Pipeline.Notify.DingTalk;
using SentimentWatch.Pipeline.Notify.Http;
using SentimentWatch.Pipeline.Notify.Teams;
using SentimentWatch.Pipeline.Notify.WeCom;
using SentimentWatch.Pipeline.Notify.Webhook;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Routing;

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
        services.AddSingleton<AckFormGuard>();
        services.AddSingleton<AckOffer>();
        services.AddSingleton<AckDesk>();
        services.AddSingleton<ClockWords>();
        services.AddSingleton<DeadlineWords>();
        services.AddSingleton<NewsSheets>();
        services.AddSingleton<AlertCard>();
        services.AddSingleton<WeComMessage>();
        services.AddSingleton<DingTalkMessage>();
        services.AddSingleton<WebhookPayload>();
        services.AddSingleton<WebhookSender>();
        services.AddNotifyDelivery();
        services.AddSingleton<INotifier, TeamsNotifier>();
        services.AddSingleton<INotifier, WeComNotifier>();
        services.AddSingleton<INotifier, DingTalkNotifier>();
        services.AddSingleton<INotifier, WebhookNotifier>();
        services.AddSingleton<INotifier, ConsoleNotifier>();
        services.AddSingleton<NotifyProcessor>();
        services.AddSingleton<CommandCard>();
        services.AddSingleton<TeamsCommands>();
        return services;
    }
}
