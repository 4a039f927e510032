using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Limits;
using SentimentWatch.Pipeline.Notify.Silences;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Registers where alerts and notifications are kept.</summary>
public static class AlertStorageServices
{
    /// <summary>Adds the stores of alerts and of notifications, and the queue between them.</summary>
    public static IServiceCollection AddAlertStorage(this IServiceCollection services) => services
        .AddSingleton<IAlertStore, AlertStore>()
        .AddSingleton<INotifyLog, NotifyLog>()
        .AddSingleton<IChannelStore, NotifyOutbox>()
        .AddSingleton<ISilenceStore, SilenceTable>()
        .AddSingleton<NotifyQueue>()
        .AddSingleton<INotifyQueue>(provider => provider.GetRequiredService<NotifyQueue>())
        .AddSingleton<IAlertAnnouncer>(provider => provider.GetRequiredService<NotifyQueue>());
}
