using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SentimentWatch.Console.Ack;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Ack;

namespace SentimentWatch.Benchmarks.Cards;

/// <summary>Pictures of the acknowledge page on a phone of 390 pixels.</summary>
internal static class AckPictures
{
    /// <summary>Writes <c>ack-{view}-{theme}.png</c>.</summary>
    public static async Task TakeAsync(IBrowser browser, CardRoom room, string folder, CancellationToken cancellationToken)
    {
        var views = Views(room);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/{view}", (string view) => (IResult)new AckResult(views[view]));
        await app.StartAsync(cancellationToken);
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await browser.NewPageAsync(new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = 390, Height = 780 },
                ColorScheme = theme,
                JavaScriptEnabled = false,
            });
            foreach (var view in views.Keys)
            {
                await page.GotoAsync($"{app.Urls.Single()}/{view}");
                var path = Path.Combine(folder, $"ack-{view}-{(theme == ColorScheme.Dark ? "dark" : "light")}.png");
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
            }

            await page.CloseAsync();
        }

        await PutTogetherAsync(browser, folder, ["waiting-light", "return-dark", "done-light", "hostile-dark"], cancellationToken);
    }

    // One picture for the documents.
    private static async Task PutTogetherAsync(IBrowser browser, string folder, string[] names, CancellationToken cancellationToken)
    {
        var images = new System.Text.StringBuilder();
        foreach (var name in names)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, $"ack-{name}.png"), cancellationToken);
            images.Append(System.Globalization.CultureInfo.InvariantCulture, $"<img src=\"data:image/png;base64,{Convert.ToBase64String(bytes)}\" style=\"margin:10px;vertical-align:top;border:1px solid #888\">");
        }

        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1680, Height = 900 } });
        await page.SetContentAsync($"<body style=\"margin:0;white-space:nowrap;background:#999\">{images}");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "ack.png"), FullPage = true });
        await page.CloseAsync();
    }

    private static Dictionary<string, AckView> Views(CardRoom room)
    {
        AckView Of(AckState state, string message, Alert alert, string action) => new(
            state, message, alert, action, "guard", UnitName: room.Units.NameOf(alert.Unit), ActorName: room.Units.NameOf(alert.Unit),
            SupportNames: [.. alert.Support.Select(room.Units.NameOf)], Deadlines: room.Deadlines.Of(alert, SampleAlerts.Now));
        var gas = SampleAlerts.Gas;
        return new Dictionary<string, AckView>(StringComparer.Ordinal)
        {
            ["waiting"] = Of(AckState.Waiting, "请核对后签收。", gas, AckAction.Acknowledge),
            ["return"] = Of(AckState.Incomplete, "请写明退回理由。", gas, AckAction.Return),
            ["done"] = Of(AckState.Done, $"{gas.Id} 已签收，现为“已签收”。", gas with { State = AlertState.Acknowledged, AcknowledgedAt = SampleAlerts.Now, Deadlines = [gas.Deadlines[1]] }, AckAction.Acknowledge),
            ["superseded"] = new AckView(AckState.Superseded, $"{gas.Id} 已退回、改派或重新办理，本链接是此前发出的，不再有效。请使用最新通知中的链接。"),
            ["hostile"] = Of(AckState.Waiting, "请写明已采取的措施和目前情况。", SampleAlerts.Hostile, AckAction.Progress),
        };
    }
}
