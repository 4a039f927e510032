using System.Net;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Tests.Support;

namespace SentimentWatch.Console.Tests.Access;

public sealed class SignInTests : IAsyncLifetime
{
    private ConsoleHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await ConsoleHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("/console")]
    [InlineData("/console/alerts")]
    [InlineData("/console/alerts/A1024")]
    [InlineData("/console/records")]
    [InlineData("/console/records/hotline/1")]
    [InlineData("/console/digests")]
    [InlineData("/console/digests/2026-11-23-day/page")]
    [InlineData("/console/no-such-page")]
    public async Task Every_page_asks_for_sign_in(string path)
    {
        using var client = _host.Client();

        using var answer = await client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/console/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_without_a_session_changes_nothing()
    {
        _host.Data.Alerts.Add(Samples.Alert("A1024", "rqgs"));
        using var client = _host.Client();

        using var answer = await ConsoleHost.PostAsync(client, "/console/sign-in", "/console/alerts/A1024", ("step", "签收"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(_host.Data.Applied);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("reader-key-for-test")]
    [InlineData("READER-KEY-FOR-TESTS")]
    public async Task A_wrong_key_is_refused(string key)
    {
        using var client = _host.Client();

        using var answer = await ConsoleHost.PostAsync(client, "/console/sign-in", "/console/sign-in", ("key", key));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("口令不正确", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)), StringComparison.Ordinal);
        using var home = await client.GetAsync("/console", Token);
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
    }

    [Fact]
    public async Task The_session_cookie_is_kept_from_scripts_and_other_sites()
    {
        using var client = _host.Client();

        using var answer = await ConsoleHost.PostAsync(client, "/console/sign-in", "/console/sign-in", ("key", ConsoleHost.ReaderKey));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("sentimentwatch-console=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ConsoleHost.ReaderKey, cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/alerts?level=red", "/console/alerts?level=red")]
    [InlineData("https://elsewhere.example/", "/console")]
    [InlineData("//elsewhere.example/console", "/console")]
    [InlineData("/console\\..\\elsewhere", "/console")]
    [InlineData("/consolelike", "/console")]
    public async Task Sign_in_leads_on_within_the_console_only(string next, string expected)
    {
        using var client = _host.Client();

        using var answer = await ConsoleHost.PostAsync(
            client, "/console/sign-in", "/console/sign-in", ("key", ConsoleHost.ReaderKey), ("next", next));

        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Many_wrong_keys_shut_the_door_until_the_window_ends()
    {
        using var client = _host.Client();
        for (var i = 0; i < SignInThrottle.PerAddress; i++)
        {
            using var wrong = await ConsoleHost.PostAsync(client, "/console/sign-in", "/console/sign-in", ("key", $"guess-number-{i}"));
        }

        using var refused = await ConsoleHost.PostAsync(client, "/console/sign-in", "/console/sign-in", ("key", ConsoleHost.ReaderKey));
        _host.Time.Advance(SignInThrottle.Window + TimeSpan.FromSeconds(1));
        using var taken = await ConsoleHost.PostAsync(client, "/console/sign-in", "/console/sign-in", ("key", ConsoleHost.ReaderKey));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
    }

    [Fact]
    public async Task A_changed_key_ends_the_sessions_it_opened()
    {
        using var client = await _host.SignedInAsync(ConsoleHost.ReaderKey);
        using var before = await client.GetAsync("/console", Token);

        _host.Configuration["SentimentWatch:Keys:reader"] = "another-reader-key";
        using var after = await client.GetAsync("/console", Token);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task A_key_that_is_too_short_opens_nothing()
    {
        _host.Configuration["SentimentWatch:Keys:admin"] = "short";
        using var client = _host.Client();

        using var answer = await ConsoleHost.PostAsync(client, "/console/sign-in", "/console/sign-in", ("key", "short"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Sign_out_ends_the_session()
    {
        using var client = await _host.SignedInAsync(ConsoleHost.ReaderKey);

        using var answer = await ConsoleHost.PostAsync(client, "/console", "/console/sign-out");
        using var home = await client.GetAsync("/console", Token);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
    }
}
