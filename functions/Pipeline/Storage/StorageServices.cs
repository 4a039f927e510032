using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Registers what the stages keep in Azure storage.</summary>
public static class StorageServices
{
    /// <summary>Adds the clients and the implementations of the stages' ports.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<TransactionCounter>();
        services.AddSingleton<StorageClients>();
        services.AddSingleton<IPartStore, PartBlobs>();
        services.AddSingleton<IRecordQueue, RecordQueues>();
        services.AddSingleton<IDeadLetterStore, DeadLetterTable>();
        services.AddSingleton<ICheckpointStore, CheckpointTable>();
        services.AddSingleton<IDropStore, DropBlobs>();
        services.AddSingleton<IRecordStore, RecordTable>();
        services.AddSingleton<IReviewStore, ReviewTable>();
        services.AddSingleton<IVerdictStore, VerdictTable>();
        services.AddSingleton<IRecordQuery, RecordQuery>();
        services.AddSingleton<IDirtyDays, DirtyDayTable>();
        services.AddSingleton<ISketchStore, SketchTable>();
        services.AddSingleton<IEventStore, EventTable>();
        services.AddSingleton<IRecordEvents, RecordEvents>();
        services.AddSingleton<ITopicDays, TopicTable>();
        services.AddSingleton<IEventLog, EventLogTable>();
        services.AddSingleton<IEventTexts, EventTexts>();
        return services;
    }
}
