using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Registers this room. The host registers <see cref="IDigestPage"/> and <see cref="IPolicyPage"/>, which live in the console.</summary>
public static class InsightsServices
{
    /// <summary>Adds counts, digests, queries and exports.</summary>
    public static IServiceCollection AddInsights(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.Configure<InsightsOptions>(configuration.GetSection("SentimentWatch:Insights"));
        services.AddSingleton(provider => new DistrictName(provider.GetRequiredService<District>().Name));
        services.AddSingleton<IAlertHistory, AlertHistory>();
        services.AddSingleton<OverdueDesk>();
        services.AddSingleton<DailyCounts>();
        services.AddSingleton<DailyRollup>();
        services.AddSingleton<DigestEvents>();
        services.AddSingleton<DigestMaker>();
        services.AddSingleton<DigestRenderer>();
        services.AddSingleton<DigestDesk>();
        services.AddSingleton<IDigestSender, DigestSender>();
        services.AddSingleton<DigestJob>();
        services.AddSingleton<ResponsivenessQuery>();
        services.AddSingleton<QueryDesk>();
        services.AddSingleton<PolicyDesk>();
        services.AddSingleton<PolicyForms>();
        services.AddSingleton<RecordExporter>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<ReviewExporter>();
        return services;
    }
}
