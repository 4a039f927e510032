using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SentimentWatch.Pipeline.Scoring;
using SentimentWatch.SelfHost.Engine;
using SentimentWatch.SelfHost.Hosting;
using SentimentWatch.Tests;

namespace SentimentWatch.EndToEnd.Tests.Host;

/// <summary>A running host takes a new model file: its health and its next verdicts name the new version.</summary>
public sealed class HotSwapTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sentimentwatch-swap-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_restart()
    {
        var folder = _data.CreateSubdirectory("models").FullName;
        ModelCopies.Put(folder);
        await using var app = await SelfHostApp.StartAsync(
            new SelfHostOptions
            {
                Data = _data.FullName,
                Urls = "http://127.0.0.1:0",
                Engine = new EngineOptions(),
                Settings = new Dictionary<string, string?>
                {
                    ["AzureWebJobsStorage"] = azurite.NewConnectionString(),
                    ["SentimentWatch:Keys:admin"] = "admin-key",
                    ["SentimentWatch:Models:Folder"] = folder,
                },
            },
            Ct);
        using var client = new HttpClient { BaseAddress = new Uri(app.Address + "/") };
        client.DefaultRequestHeaders.Add("x-api-key", "admin-key");
        Assert.Equal(ModelCopies.ShippedVersion, await VersionAsync(client));
        Assert.Equal(ModelCopies.ShippedVersion, await JudgedAsync(client, "S-1"));

        ModelCopies.Put(folder, ModelCopies.OtherVersion);
        for (var look = 0; look < 100 && await VersionAsync(client) != ModelCopies.OtherVersion; look++)
        {
            await Task.Delay(CurrentModel.LookEvery / 10, Ct);
        }

        Assert.Equal(ModelCopies.OtherVersion, await VersionAsync(client));
        Assert.Equal(ModelCopies.OtherVersion, await JudgedAsync(client, "S-2"));
    }

    public void Dispose() => _data.Delete(recursive: true);

    private static async Task<string?> VersionAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("health/ready", Ct)).GetProperty("model").GetString();

    private static async Task<string?> JudgedAsync(HttpClient client, string id)
    {
        var line = $$"""{"channel":"hotline","sourceId":"{{id}}","receivedAt":"2026-03-02T08:31:05+08:00","body":"小区路灯坏了半个月，没人来修。"}""";
        using var posted = await client.PostAsync("api/records/hotline", new StringContent(line, Encoding.UTF8, "application/x-ndjson"), Ct);
        posted.EnsureSuccessStatusCode();
        while (true)
        {
            var answer = await client.GetFromJsonAsync<JsonElement>("api/records?from=2026-03-02&to=2026-03-02", Ct);
            foreach (var item in answer.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("sourceId").GetString() == id))
            {
                return item.GetProperty("model").GetString();
            }

            await Task.Delay(100, Ct);
        }
    }
}
