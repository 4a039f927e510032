using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.SelfHost.Hosting;

/// <summary>Loads what takes long while the storage starts: the model and the district.</summary>
public static class WarmUp
{
    /// <summary>Makes the services that load files; both throw what their loaders throw.</summary>
    public static void Run(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        _ = services.GetRequiredService<Judge>();
        _ = services.GetRequiredService<Router>();
    }
}
