using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Models.Background;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Registers this room.</summary>
public static class EventServices
{
    /// <summary>Adds what sketches are drawn with and when a matter is raised. Whoever keeps an <see cref="EventBook"/> makes it; a <see cref="Sketcher"/> is made anew for each who asks, for it serves one thread.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(sp => new SketchTables(BackgroundTable.Load(ScoringServices.ModelFolderOf(configuration)), sp.GetRequiredService<District>()));
        services.AddSingleton(sp => EventRules.FromJson(sp.GetRequiredService<District>().Rules.Events));
        services.AddTransient<Sketcher>();
        return services;
    }
}
