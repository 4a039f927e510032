using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace SentimentWatch.SelfHost.Hosting;

/// <summary>Where settings come from, strongest first: given by the caller, environment, appsettings.json here, generated keys.</summary>
public static class SettingSources
{
    /// <summary>Adds appsettings.json of the current folder under the environment, and the given settings over all.</summary>
    public static void Add(ConfigurationManager configuration, IReadOnlyDictionary<string, string?> given)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var file = Path.Combine(Environment.CurrentDirectory, "appsettings.json");
        if (File.Exists(file))
        {
            var source = new JsonConfigurationSource { Path = file, Optional = false, ReloadOnChange = false };
            source.ResolveFileProvider();
            configuration.Sources.Insert(0, source);
        }

        configuration.AddInMemoryCollection(given);
    }

    /// <summary>Adds settings that count only where nothing else is set.</summary>
    public static void AddBelow(ConfigurationManager configuration, IReadOnlyDictionary<string, string> settings)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var source = new MemoryConfigurationSource { InitialData = settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)) };
        configuration.Sources.Insert(0, source);
    }
}
