using System.Net;
using SentimentWatch.Console.Tests.Support;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Tests.Access;

public sealed class HeaderTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/console")]
    [InlineData("/console/alerts")]
    [InlineData("/console/records")]
    [InlineData("/console/no-such-page")]
    public async Task Pages_allow_no_script_no_frame_no_referrer_and_no_cache(string path)
    {
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.ReaderKey);

        using var answer = await client.GetAsync(path, Token);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_page_holds_no_script_and_no_inline_style()
    {
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.ReaderKey);

        var html = await client.GetStringAsync("/console", Token);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_digest_is_sandboxed()
    {
        fixture.Host.Data.Digests.Add(new DigestKey(DigestPeriod.Day, new DateOnly(2026, 11, 23)));
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.ReaderKey);

        using var answer = await client.GetAsync("/console/digests/2026-11-23-day/page", Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith("sandbox allow-popups allow-popups-to-escape-sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_style_sheet_needs_no_session()
    {
        using var client = fixture.Host.Client();

        using var answer = await client.GetAsync("/console/assets/console.css", Token);

        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
    }
}
