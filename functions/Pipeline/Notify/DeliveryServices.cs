using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Http;
using SentimentWatch.Pipeline.Notify.Limits;
using SentimentWatch.Pipeline.Notify.Silences;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Registers what decides whether, when and together with what news is sent.</summary>
internal static class DeliveryServices
{
    /// <summary>Adds routing of news, grouping, limits and silences; the rules come from the district's <c>rules.json</c>, section <c>notify</c>.</summary>
    public static IServiceCollection AddNotifyDelivery(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => provider.GetService<District>() is { } district ? NotifyRules.FromJson(district.Rules.Notify) : new NotifyRules());
        services.AddSingleton<NewsRouter>();
        services.AddSingleton<SettledNews>();
        services.AddSingleton<NotifierSet>();
        services.AddSingleton<NewsLine>();
        services.AddSingleton<Bundler>();
        services.AddSingleton<Splitter>();
        services.AddSingleton<Courier>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<Flusher>();
        services.AddSingleton<DeadTargets>();
        services.AddSingleton<ChannelGate>();
        services.AddSingleton<ISendPermits>(provider => provider.GetRequiredService<ChannelGate>());
        services.AddSingleton<SilenceBook>();
        services.AddSingleton<SilenceDesk>();
        services.AddSingleton<IAlertSummarizer, Summarizer>();
        return services;
    }
}
