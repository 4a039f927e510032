using SentimentWatch.Pipeline;

namespace SentimentWatch.SelfHost.Hosting;

/// <summary>The pipeline's services for verbs that touch no storage and make no keys.</summary>
public static class BareServices
{
    /// <summary>Builds them from the environment and appsettings.json.</summary>
    public static ServiceProvider Build()
    {
        var configuration = Configuration();
        var services = new ServiceCollection();
        services.AddLogging(logging => HostLogging.Add(logging, LogLevel.Warning));
        services.AddSentimentWatch(configuration);
        return services.BuildServiceProvider();
    }

    /// <summary>The settings alone.</summary>
    public static ConfigurationManager Configuration()
    {
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables();
        SettingSources.Add(configuration, new Dictionary<string, string?>());
        return configuration;
    }
}
