using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SentimentWatch.Console.Ack;
using SentimentWatch.Console.Tests.Support;
using SentimentWatch.Pipeline.Notify.Ack;

namespace SentimentWatch.Console.Tests.Ack;

/// <summary>The acknowledge page in a phone's browser without JavaScript.</summary>
public sealed class AckFormTests : IAsyncLifetime
{
    private readonly Dictionary<string, string> _sent = [];
    private TestBrowser _browser = null!;
    private WebApplication _app = null!;

    private string Address => _app.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        _browser = await TestBrowser.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/ack/{action}", (string action) => (IResult)new AckResult(View(AckState.Waiting, action)));
        _app.MapPost("/ack/{action}", async (HttpRequest request, string action) =>
        {
            (_sent["origin"], _sent["site"]) = (request.Headers.Origin.ToString(), request.Headers["Sec-Fetch-Site"].ToString());
            foreach (var (name, value) in await request.ReadFormAsync(TestContext.Current.CancellationToken))
            {
                _sent[name] = value.ToString();
            }

            return (IResult)new AckResult(View(AckState.Done, action));
        });
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    // The page's own policy must not make the browser hide where the form comes from: the origin would be "null", and PostAck would refuse it.
    [Fact]
    public async Task The_form_comes_from_the_pages_own_origin_with_its_field_and_text()
    {
        var page = await _browser.PageAsync(Phone());
        await page.GotoAsync($"{Address}/ack/{AckAction.Return}");
        await page.GetByLabel("退回理由").FillAsync("不属我局职责");
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByText("已登记").First.WaitForAsync();
        Assert.Equal((Address, "same-origin"), (_sent["origin"], _sent["site"]));
        Assert.Equal(("guard-of-the-page", "不属我局职责"), (_sent[AckFormGuard.Field], _sent["text"]));
        Assert.Equal(0, await page.GetByRole(AriaRole.Button).CountAsync());
    }

    [Theory]
    [InlineData(AckAction.Acknowledge)]
    [InlineData(AckAction.Progress)]
    public async Task The_page_does_not_scroll_sideways_on_a_phone(string action)
    {
        var page = await _browser.PageAsync(Phone());
        await page.GotoAsync($"{Address}/ack/{action}");
        var box = await page.Locator("main").BoundingBoxAsync();
        Assert.InRange(box!.X + box.Width, 1, 390);
        Assert.Equal(0, await page.Locator("script").CountAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    private static BrowserNewContextOptions Phone() => new() { ViewportSize = new ViewportSize { Width = 390, Height = 780 }, JavaScriptEnabled = false };

    private static AckView View(AckState state, string action) => new(
        state, "请核对。", Samples.Alert("A1", "zjj", title: new string('长', 60) + new string('W', 200)), action, "guard-of-the-page",
        UnitName: "区住房城乡建设局", ActorName: "区住房城乡建设局", Deadlines: ["签收时限 15:23"]);
}
