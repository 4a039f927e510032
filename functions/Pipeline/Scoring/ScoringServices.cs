using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Models;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Pipeline.Scoring;

/// <summary>Registers the judge and the urgent lane.</summary>
public static class ScoringServices
{
    /// <summary>Adds this room. The model is loaded on first use, from <c>SentimentWatch:Models:Folder</c> or the folder <c>trained</c> beside the program.</summary>
    public static IServiceCollection AddScoring(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => JudgingRules.Load(DistrictFiles.FolderOf(configuration)));
        services.AddSingleton(sp => JudgeModel.Load(ModelFolderOf(configuration), sp.GetRequiredService<JudgingRules>().ToThresholds()));
        services.AddSingleton<Judge>();
        services.AddSingleton<IUrgentLane, UrgentLane>();
        return services;
    }

    /// <summary>Where the trained model lies.</summary>
    public static string ModelFolderOf(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration["SentimentWatch:Models:Folder"] is { Length: > 0 } set ? set : Path.Combine(AppContext.BaseDirectory, "trained");
    }
}
