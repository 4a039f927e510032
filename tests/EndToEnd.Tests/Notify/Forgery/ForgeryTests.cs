using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.EndToEnd.Tests.Alerts;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Ack;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.EndToEnd.Tests.Notify.Forgery;

/// <summary>Altered requests against the whole product over Kestrel: none acknowledges, and each untouched original does.</summary>
public sealed class ForgeryTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string Token = Convert.ToBase64String(Enumerable.Range(1, 32).Select(n => (byte)n).ToArray());
    private static readonly string OtherToken = Convert.ToBase64String(Enumerable.Range(101, 32).Select(n => (byte)n).ToArray());
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sentimentwatch-forgery-");

    private SelfHostApp _app = null!;
    private HttpClient _http = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await SelfHostApp.StartAsync(
            new SelfHostOptions
            {
                Data = _data.FullName,
                Urls = "http://127.0.0.1:0",
                LogLevel = LogLevel.Error,
                Settings = new Dictionary<string, string?>
                {
                    ["AzureWebJobsStorage"] = azurite.NewConnectionString(),
                    ["SentimentWatch:PublicUrl"] = "https://watch.example.org",
                    ["SentimentWatch:Teams:zjj:Token"] = Token,
                    ["SentimentWatch:Teams:csj:Token"] = OtherToken,
                    ["SentimentWatch:Ack:SigningKeys:0"] = "the-key-of-the-forgery-tests",
                },
            },
            Ct);
        _http = new HttpClient { BaseAddress = new Uri(_app.Address + "/") };
    }

    [Fact]
    public async Task No_altered_Teams_message_acknowledges()
    {
        var alert = await OpenAsync("洪楼广场");
        var forgeries = new TeamsForgeries(alert.Id, Token, OtherToken);
        var count = await TryAllAsync(forgeries.All(), alert.Id, "Teams messages");
        Assert.InRange(count, 200, int.MaxValue);
        await SendAsync(forgeries.Untouched());
        Assert.Equal(1, await AcknowledgementsAsync(alert.Id));
        await SendAsync(forgeries.Untouched());
        Assert.Equal(1, await AcknowledgementsAsync(alert.Id));
    }

    [Fact]
    public async Task No_altered_link_or_form_acknowledges()
    {
        var alert = await OpenAsync("东郊广场");
        var forgeries = Links(alert);
        var count = await TryAllAsync(forgeries.All(), alert.Id, "links and forms");
        Assert.InRange(count, 120, int.MaxValue);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(forgeries.Untouched()));
        Assert.Equal(1, await AcknowledgementsAsync(alert.Id));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(forgeries.Untouched()));
        Assert.Equal(1, await AcknowledgementsAsync(alert.Id));
    }

    [Fact]
    public async Task A_link_of_before_a_return_or_a_reassignment_acknowledges_nothing()
    {
        var alert = await OpenAsync("西郊广场");
        var first = Links(alert);
        await StepAsync(alert.Id, "zjj", AlertStep.Returned);
        Assert.Equal(HttpStatusCode.Gone, await SendAsync(first.Untouched()));
        await StepAsync(alert.Id, AlertActors.Admin, AlertStep.Reassigned, "jytyj");
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(first.Untouched()));
        await StepAsync(alert.Id, AlertActors.Admin, AlertStep.Reassigned, "zjj");
        Assert.Equal(HttpStatusCode.Gone, await SendAsync(first.Untouched()));
        Assert.Equal(0, await AcknowledgementsAsync(alert.Id));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(Links(await ReadAsync(alert.Id)).Untouched()));
        Assert.Equal(1, await AcknowledgementsAsync(alert.Id));
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }

    private async Task<int> TryAllAsync(IEnumerable<Forged> forgeries, string alertId, string what)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (kind, request) in forgeries)
        {
            await SendAsync(request);
            Assert.True(await AcknowledgementsAsync(alertId) == 0, $"{kind} acknowledged: {request.Method} {request.RequestUri}");
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{counts.Values.Sum()} altered {what}, 0 acknowledgements: {string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}"))}");
        return counts.Values.Sum();
    }

    private async Task<HttpStatusCode> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await _http.SendAsync(request, Ct);
            return answer.StatusCode;
        }
    }

    private LinkForgeries Links(Alert alert)
    {
        var services = _app.Services;
        var stranger = new AckLinks(
            new AckKeys(new ConfigurationBuilder().AddInMemoryCollection([new("SentimentWatch:Ack:SigningKeys:0", "a-key-that-nobody-set-here")]).Build()),
            services.GetRequiredService<PublicAddress>(),
            TimeProvider.System);
        var earlier = new AckFormGuard(services.GetRequiredService<AckKeys>(), new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(-2)));
        var ticket = new AckTicket(alert.Id, "zjj", AckAction.Acknowledge, alert.Round, DateTimeOffset.UtcNow.AddDays(1));
        return new LinkForgeries(services.GetRequiredService<AckLinks>(), stranger, services.GetRequiredService<AckFormGuard>(), earlier, ticket);
    }

    private async Task<Alert> OpenAsync(string place)
    {
        await _app.Services.GetRequiredService<AlertDesk>().HandleAsync([AlertRoom.Judged($"forgery-{place}", place)], AlertRoom.Part(), Ct);
        var page = await Store.QueryAsync(new AlertQuery("zjj"), Ct);
        return page.Items.Single(alert => alert.Place == place);
    }

    private IAlertStore Store => _app.Services.GetRequiredService<IAlertStore>();

    private async Task<Alert> ReadAsync(string id) => AlertFold.Of(await Store.LogAsync(id, Ct)).Alert!;

    private Task<ActionResult> StepAsync(string id, string unit, string step, string? to = null) =>
        _app.Services.GetRequiredService<AlertActions>().ApplyAsync(new StepRequest(id, unit, step, unit, "不属我局职责", to), Ct);

    private async Task<int> AcknowledgementsAsync(string id) =>
        (await Store.LogAsync(id, Ct)).Count(entry => entry.Step == AlertStep.Acknowledged);
}
