using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Registers what insights keep and read in Azure storage.</summary>
public static class DigestStorageServices
{
    /// <summary>Adds the daily counts, the reviews, the digests and the queries behind them.</summary>
    public static IServiceCollection AddDigestStorage(this IServiceCollection services)
    {
        services.AddSingleton<IRecordFacts, RecordFactsQuery>();
        services.AddSingleton<IPolicyRecords, PolicyRecordQuery>();
        services.AddSingleton<IDailyStore, DailyTable>();
        services.AddSingleton<IDigestStore, DigestBlobs>();
        services.AddSingleton<IEventQuery, EventQuery>();
        services.AddSingleton<IReviewBoard, ReviewBoard>();
        return services;
    }
}
