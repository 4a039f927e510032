namespace SentimentWatch.Console.Tests.Support;

/// <summary>A host and a browser for the tests of one class.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    private ConsoleHost? _host;
    private TestBrowser? _browser;

    public ConsoleHost Host => _host ?? throw new InvalidOperationException("The fixture has not been started.");

    /// <summary>The browser, started by the first test that asks for it.</summary>
    public async Task<TestBrowser> BrowserAsync() => _browser ??= await TestBrowser.StartAsync();

    public async ValueTask InitializeAsync() => _host = await ConsoleHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
