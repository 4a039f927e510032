using Microsoft.Playwright;

namespace SentimentWatch.Console.Tests.Support;

/// <summary>Chromium of the system, driven by Playwright.</summary>
public sealed class TestBrowser : IAsyncDisposable
{
    private const string Missing =
        "Chromium was not found at /usr/bin/chromium; install it with `apt-get install -y chromium fonts-noto-cjk`, or set CHROMIUM to its path.";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private TestBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts the browser; without one the test fails under CI and is skipped elsewhere.</summary>
    public static async Task<TestBrowser> StartAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(path))
        {
            if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            {
                Assert.Fail(Missing);
            }

            Assert.Skip(Missing);
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
        });
        return new TestBrowser(playwright, browser);
    }

    /// <summary>A page of a fresh profile.</summary>
    public async Task<IPage> PageAsync(BrowserNewContextOptions options)
    {
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(120_000);
        return await context.NewPageAsync();
    }

    /// <summary>A page of a fresh profile, signed in with <paramref name="key"/> through the form.</summary>
    public async Task<IPage> SignedInAsync(ConsoleHost host, string key, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = host.Address.ToString();
        var context = await _browser.NewContextAsync(options);
        // A busy machine is slow, not wrong.
        context.SetDefaultTimeout(120_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/console");
        await page.GetByLabel("访问口令").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "登录" }).ClickAsync();

        // Waiting for the address also waits for a load event, which may have come before the wait began.
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "退出" }).WaitForAsync();
        Assert.Equal("/console", new Uri(page.Url).AbsolutePath);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
