using Microsoft.Extensions.Configuration;
using SentimentWatch.Benchmarks.Harness;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.SelfHost.Storage;

namespace SentimentWatch.Benchmarks.Checks;

/// <summary>A fresh storage emulator, a receiver of cards and a folder, for one check.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly AzuriteProcess _azurite;

    private Bench(AzuriteProcess azurite, CardReceiver receiver, string folder)
    {
        (_azurite, Receiver, Folder) = (azurite, receiver, folder);
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["SentimentWatch__Keys__intake"] = "bench-intake-key-0123456789",
            ["SentimentWatch__Keys__reader"] = "bench-reader-key-0123456789",
            ["SentimentWatch__Keys__admin"] = "bench-admin-key-01234567890",
            ["SentimentWatch__Mask__Key"] = "YmVuY2gtbWFzay1rZXktMDEyMzQ1Njc4OTAxMjM0NTY=",
            ["SentimentWatch__Ack__SigningKeys__0"] = "YmVuY2gtYWNrLWtleS0wMTIzNDU2Nzg5MDEyMzQ1Njc=",
            ["SentimentWatch__Notify__Teams__default__Url"] = receiver.Url,
        };
    }

    /// <summary>What the product's processes get as environment.</summary>
    public Dictionary<string, string> Settings { get; }

    /// <summary>Takes the cards.</summary>
    public CardReceiver Receiver { get; }

    /// <summary>Scratch folder; removed at the end.</summary>
    public string Folder { get; }

    /// <summary>Starts everything.</summary>
    public static async Task<Bench> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sentimentwatch-bench-").FullName;
        var azurite = await AzuriteProcess.OpenAsync(new AzuriteOptions(Path.Combine(folder, "azurite")), _ => { }, cancellationToken);
        return new Bench(azurite, await CardReceiver.StartAsync(cancellationToken), folder);
    }

    /// <summary>Clients of the emulator.</summary>
    public StorageClients Storage() => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", _azurite.ConnectionString)]).Build(), new TransactionCounter());

    /// <summary>Starts <c>serve</c> on a free port and waits until it is ready.</summary>
    public async Task<(HostProcess Host, HttpClient Http)> ServeAsync(CancellationToken cancellationToken)
    {
        var port = FreePort();
        var url = $"http://127.0.0.1:{port}";
        var host = HostProcess.Start(Settings, "serve", "--urls", url, "--data", Path.Combine(Folder, "data"));
        await host.ReadyAsync(cancellationToken);
        var http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Add("x-api-key", Settings["SentimentWatch__Keys__intake"]);
        return (host, http);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Receiver.DisposeAsync();
        await _azurite.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
