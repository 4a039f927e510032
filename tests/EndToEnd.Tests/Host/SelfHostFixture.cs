using SentimentWatch.SelfHost.Engine;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.EndToEnd.Tests.Host;

/// <summary>The whole product in this process on an account of its own, with known keys.</summary>
public sealed class SelfHostFixture(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sentimentwatch-host-");

    public SelfHostApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await SelfHostApp.StartAsync(
        new SelfHostOptions
        {
            Data = _data.FullName,
            Urls = "http://127.0.0.1:0",
            Engine = new EngineOptions(),
            Settings = new Dictionary<string, string?>
            {
                ["AzureWebJobsStorage"] = azurite.NewConnectionString(),
                ["SentimentWatch:Keys:intake"] = "intake-key",
                ["SentimentWatch:Keys:reader"] = "reader-key",
                ["SentimentWatch:Keys:officer"] = "officer-key",
                ["SentimentWatch:Keys:admin"] = "admin-key",
                ["SentimentWatch:Keys:Unit:zjj"] = "zjj-key",
            },
        },
        TestContext.Current.CancellationToken);

    public HttpClient Client(string? key = null)
    {
        var client = new HttpClient { BaseAddress = new Uri(App.Address + "/") };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("x-api-key", key);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (App is not null)
        {
            await App.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }
}
