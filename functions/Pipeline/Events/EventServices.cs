using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Models.Background;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Registers this room.</summary>
public static class EventServices
{
    /// <summary>Adds what sketches are drawn with and when a matter is raised. Whoever keeps an <see cref="EventBook"/> makes it; a <see cref="Sketcher"/> is made anew for each who asks, for it serves one thread.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        // The one that ships, whichever judge is set: every instance must draw the same sketch of a record.
        services.AddSingleton(sp => new SketchTables(BackgroundTable.Load(ScoringServices.ShippedFolder), sp.GetRequiredService<District>()));
        services.AddSingleton(sp => EventRules.FromJson(sp.GetRequiredService<District>().Rules.Events));
        services.AddSingleton<DistrictView>();
        services.AddTransient<Sketcher>();
        return services;
    }
}
