using Azure;
using Azure.Identity;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.SelfHost.Storage;

namespace SentimentWatch.SelfHost.Hosting;

/// <summary>Finds the storage: the account of the settings, or the embedded Azurite of the data folder.</summary>
public static class StorageStart
{
    private const string Setting = "AzureWebJobsStorage";

    /// <summary>True when the settings name an account.</summary>
    public static bool IsConfigured(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration[Setting] is { Length: > 0 } || configuration.GetSection(Setting).GetChildren().Any();
    }

    /// <summary>Starts or joins the embedded storage and puts its address into the settings; null when an account is set.</summary>
    public static async Task<AzuriteProcess?> OpenAsync(
        IConfiguration configuration, DataFolder data, Action<string> say, CancellationToken cancellationToken)
    {
        if (IsConfigured(configuration))
        {
            return null;
        }

        var azurite = await AzuriteProcess.OpenAsync(new AzuriteOptions(data.Azurite), say, cancellationToken);
        configuration[Setting] = azurite.ConnectionString;
        return azurite;
    }

    /// <summary>Makes what is missing in the account.</summary>
    /// <exception cref="UserErrorException">It cannot be reached or refuses.</exception>
    public static async Task CreateAsync(StorageClients storage, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(storage);
        try
        {
            await storage.CreateAllAsync(cancellationToken);
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException)
        {
            var said = (e is AggregateException { InnerException: { } inner } ? inner : e).Message.Split('\n')[0].TrimEnd('.', '\r');
            throw new UserErrorException($"The storage account cannot be used ({said}): check AzureWebJobsStorage, the network and the identity's roles.", e);
        }
    }
}
