using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SentimentWatch.Pipeline.Records;

/// <summary>Registers the mask.</summary>
public static class RecordsServices
{
    /// <summary>Adds <see cref="Masker"/>, whose key is the setting <c>SentimentWatch:Mask:Key</c>.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(_ => new Masker(configuration["SentimentWatch:Mask:Key"]));
        return services;
    }
}
