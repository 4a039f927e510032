using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SentimentWatch.EndToEnd.Tests.Cli;

/// <summary>serve as a process: ready, keys, an import beside it, kill -9 and a new start, SIGTERM.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sentimentwatch-serve-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_serves_shows_generated_keys_once_shares_its_storage_and_survives_a_kill()
    {
        string key;
        string batch;
        await using (var serve = CliProcess.Start(_data.FullName, null, "serve", "--urls", "http://127.0.0.1:0"))
        {
            key = (await serve.LineAsync("key intake: ")).Split(' ', StringSplitOptions.RemoveEmptyEntries)[2];
            await serve.LineAsync("ready in ");
            using var client = await ClientAsync(serve, key);
            var posted = await client.PostAsync("api/records/hotline", new StringContent(Record("K-1"), Encoding.UTF8, "application/x-ndjson"), Ct);
            Assert.Equal(HttpStatusCode.Accepted, posted.StatusCode);
            batch = (await posted.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("batchId").GetString()!;

            var file = Path.Combine(_data.FullName, "beside.ndjson");
            await File.WriteAllTextAsync(file, Record("K-2"), Ct);
            var import = await CliProcess.RunAsync(_data.FullName, null, null, "import", file, "--channel", "hotline");
            Assert.True(import.Code == 0, import.Error);
            Assert.Contains("stored 1, updated 0", import.Output, StringComparison.Ordinal);
            await serve.KillAsync();
        }

        await using var again = CliProcess.Start(_data.FullName, null, "--urls", "http://127.0.0.1:0");
        var first = await again.LineAsync("");
        Assert.StartsWith("ready in ", first, StringComparison.Ordinal);
        using var other = await ClientAsync(again, key);
        await DoneAsync(other, batch);
        Assert.Equal(0, await again.TerminateAsync());
        Assert.False(File.Exists(Path.Combine(_data.FullName, "azurite", "endpoint.json")));
    }

    [Fact]
    public async Task A_port_in_use_is_one_sentence()
    {
        await using var first = CliProcess.Start(_data.FullName, null, "serve", "--urls", "http://127.0.0.1:0");
        var address = (await first.LineAsync("console "))["console ".Length..].Replace("/console", "", StringComparison.Ordinal);
        var (code, _, error) = await CliProcess.RunAsync(_data.FullName, null, null, "serve", "--urls", address);
        Assert.Equal(1, code);
        Assert.Contains("choose another address with --urls", error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose() => _data.Delete(recursive: true);

    private static async Task<HttpClient> ClientAsync(CliProcess serve, string key)
    {
        var address = (await serve.LineAsync("console "))["console ".Length..].Replace("/console", "/", StringComparison.Ordinal);
        var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add("x-api-key", key);
        return client;
    }

    private static async Task DoneAsync(HttpClient client, string batch)
    {
        for (var n = 0; n < 600; n++)
        {
            var status = await client.GetFromJsonAsync<JsonElement>($"api/batches/{batch}", Ct);
            if (status.GetProperty("state").GetString() == "done")
            {
                return;
            }

            await Task.Delay(100, Ct);
        }

        Assert.Fail("The batch was not done after a restart.");
    }

    private static string Record(string id) =>
        $$"""{"channel":"hotline","sourceId":"{{id}}","receivedAt":"2026-03-02T08:31:05+08:00","body":"小区路灯坏了半个月，没人来修。"}""" + "\n";
}
