using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.EndToEnd.Tests.Notify;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.SelfHost.Engine;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.EndToEnd.Tests.Events;

/// <summary>The whole product: records come in by HTTP, many say the same, the lead unit gets a card and takes it up.</summary>
public sealed partial class EventToCardTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sentimentwatch-event-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task From_records_by_http_to_one_card_and_its_acknowledgement()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var app = await StartAsync(receiver);
        using var intake = Client(app, "intake-key");
        using var reader = Client(app, "reader-key");

        // Thirty people in three channels within a day: orange at least, which waits for no others.
        var start = TimeProvider.System.GetUtcNow().AddHours(-24);
        var told = Enumerable.Range(0, 10).SelectMany(round => Matters.SmokeAt("云溪华庭", $"r{round}", start.AddHours(round))).ToList();
        foreach (var channel in told.GroupBy(record => record.Channel, StringComparer.Ordinal))
        {
            await TakeInAsync(intake, channel.Key, [.. channel]);
        }

        // The timer may sweep beside us: both come to one alert.
        await app.Services.GetRequiredService<EventSweep>().RunAsync(TestContext.Current.CancellationToken);
        var found = Assert.Single((await JsonAsync(reader, "api/events")).GetProperty("items").EnumerateArray().ToList());
        var id = found.GetProperty("eventId").GetString()!;
        Assert.Equal(30, found.GetProperty("recordCount").GetInt32());
        Assert.Contains(found.GetProperty("level").GetString(), new[] { "orange", "red" });

        var card = await CardAsync(receiver);
        Assert.Contains("热点 · ", card, StringComparison.Ordinal);
        Assert.Contains("30 人经 3 个渠道反映 30 件", card, StringComparison.Ordinal);
        Assert.Contains($"/console/events/{id}", card, StringComparison.Ordinal);

        var link = AckLink().Match(card).Value;
        using var client = Client(app, null);
        var page = await client.GetStringAsync(link, Ct);
        Assert.Contains("30 人经 3 个渠道反映 30 件", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        using var taken = await client.PostAsync(link, new FormUrlEncodedContent([new("form", AckForms.FieldOf(page))]), Ct);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);

        // The judge may see a danger in one of the texts: that is another alert, of another unit.
        var alert = Assert.Single((await JsonAsync(reader, "api/alerts")).GetProperty("items").EnumerateArray().ToList(), item => item.GetProperty("eventId").GetString() == id);
        Assert.Equal("acknowledged", alert.GetProperty("state").GetString());
        var one = await JsonAsync(reader, $"api/events/{id}");
        Assert.Equal((alert.GetProperty("id").GetString(), 30), (one.GetProperty("alertId").GetString(), one.GetProperty("records").GetArrayLength()));
        using var nowhere = await reader.GetAsync("api/events/E20200101-00000000", Ct);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);

        var records = (await JsonAsync(reader, $"api/records?from={start:yyyy-MM-dd}")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(30, records.Count(record => record.GetProperty("eventId").GetString() == id));
        Assert.Contains($",{id},", await reader.GetStringAsync($"api/records?from={start:yyyy-MM-dd}&format=csv", Ct), StringComparison.Ordinal);
        Assert.Single(receiver.Bodies, body => body.Contains("热点 · ", StringComparison.Ordinal));
    }

    public void Dispose() => _data.Delete(recursive: true);

    private Task<SelfHostApp> StartAsync(Receiver receiver) => SelfHostApp.StartAsync(
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
                ["SentimentWatch:Notify:Teams:default:Url"] = receiver.Url,
                ["SentimentWatch:PublicUrl"] = "https://watch.example.org",
                ["SentimentWatch:Ack:SigningKeys:0"] = "a-signing-key-of-the-tests",
            },
        },
        Ct);

    private static HttpClient Client(SelfHostApp app, string? key)
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Address + "/") };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("x-api-key", key);
        }

        return client;
    }

    private static async Task TakeInAsync(HttpClient client, string channel, IReadOnlyList<SubmittedRecord> records)
    {
        using var answer = await client.PostAsync(
            $"api/records/{channel}",
            new StringContent(
                string.Join('\n', records.Select(record => JsonSerializer.Serialize(record, RecordsJson.Wire.SubmittedRecord))),
                System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/x-ndjson")),
            Ct);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var batch = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("batchId").GetString();
        while ((await JsonAsync(client, $"api/batches/{batch}")).GetProperty("state").GetString() != "done")
        {
            await Task.Delay(100, Ct);
        }
    }

    private static async Task<string> CardAsync(Receiver receiver)
    {
        while (true)
        {
            if (receiver.Bodies.FirstOrDefault(body => body.Contains("热点 · ", StringComparison.Ordinal)) is { } body)
            {
                return body;
            }

            await Task.Delay(100, Ct);
        }
    }

    private static Task<JsonElement> JsonAsync(HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(path, Ct);

    [GeneratedRegex("(?<=https://watch\\.example\\.org/)ack/[A-Za-z0-9_.-]+")]
    private static partial Regex AckLink();
}
