using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Digest;

/// <summary>Registers the digest's page.</summary>
public static class DigestServices
{
    /// <summary>Adds the page that the digest job and the digest desk draw with.</summary>
    public static IServiceCollection AddDigestPage(this IServiceCollection services) => services.AddSingleton<IDigestPage, DigestPage>();
}
