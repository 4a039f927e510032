using System.Text.Json;
using Microsoft.Playwright;

namespace SentimentWatch.Benchmarks.Cards;

/// <summary>Draws every card with the npm package <c>adaptivecards</c> in Chromium, near Teams' light and dark themes.</summary>
internal static class CardGallery
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "Cards");

    /// <summary>Writes <c>cards-light.png</c>, <c>cards-dark.png</c>, one picture a card into <c>light/</c> and <c>dark/</c>, and the acknowledge page.</summary>
    public static async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var modules = await NodeModules.EnsureAsync(Source, cancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
        });
        await using var room = CardRoom.Open();
        var samples = room.Samples.All();
        var failed = 0;
        foreach (var theme in new[] { "light", "dark" })
        {
            failed += await DrawAsync(browser, modules, samples, theme, folder, cancellationToken);
        }

        await AckPictures.TakeAsync(browser, room, folder, cancellationToken);
        WriteLine($"{samples.Count} cards in two themes, largest {samples.Max(sample => sample.Body.Length)} bytes, {failed} wider than their frame: {folder}");
        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> DrawAsync(
        IBrowser browser, string modules, IReadOnlyList<CardSample> samples, string theme, string folder, CancellationToken cancellationToken)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1332, Height = 900 } });
        var html = await File.ReadAllTextAsync(Path.Combine(Source, "gallery.html"), cancellationToken);
        foreach (var script in new[] { "adaptivecards/dist/adaptivecards.js", "markdown-it/dist/markdown-it.min.js" })
        {
            await page.AddInitScriptAsync(scriptPath: Path.Combine(modules, script));
        }

        await page.GotoAsync("about:blank");
        await page.SetContentAsync(html);
        var themes = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(Source, "themes.json"), cancellationToken));
        var wide = await page.EvaluateAsync<string[]>(
            "([samples, theme]) => draw(JSON.parse(samples), JSON.parse(theme))", new[] { Json(samples), themes.GetProperty(theme).GetRawText() });
        foreach (var name in wide)
        {
            WriteLine($"{theme}: {name} is wider than its frame");
        }

        foreach (var sample in samples)
        {
            await page.Locator($"#{sample.Name}").ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(folder, theme, $"{sample.Name}.png") });
        }

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"cards-{theme}.png"), FullPage = true });
        await page.CloseAsync();
        return wide.Length;
    }

    private static string Json(IReadOnlyList<CardSample> samples)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var sample in samples)
            {
                json.WriteStartObject();
                json.WriteString("name", sample.Name);
                json.WriteString("caption", sample.Caption);
                json.WritePropertyName("body");
                json.WriteRawValue(sample.Body.Span);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
