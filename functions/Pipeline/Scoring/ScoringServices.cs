using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Pipeline.Scoring;

/// <summary>Registers the judge and the urgent lane.</summary>
public static class ScoringServices
{
    /// <summary>Adds this room. The model is loaded on first use and whenever its file changes, from <c>SentimentWatch:Models:Folder</c> or the folder <c>trained</c> beside the program.</summary>
    public static IServiceCollection AddScoring(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => JudgingRules.Load(DistrictFiles.FolderOf(configuration)));
        services.AddSingleton(sp => new CurrentModel(
            ModelFolderOf(configuration),
            sp.GetRequiredService<JudgingRules>().ToThresholds(),
            sp.GetRequiredService<TimeProvider>(),
            sp.GetRequiredService<ILogger<CurrentModel>>()));
        services.AddSingleton<Judge>();
        services.AddSingleton<IUrgentLane, UrgentLane>();
        return services;
    }

    /// <summary>Where the trained model lies.</summary>
    public static string ModelFolderOf(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration["SentimentWatch:Models:Folder"] is { Length: > 0 } set ? set : ShippedFolder;
    }

    /// <summary>Where the models that ship lie.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "trained");
}
