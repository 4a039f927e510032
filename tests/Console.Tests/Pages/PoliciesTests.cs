using System.Net;
using SentimentWatch.Console.Tests.Support;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Console.Tests.Pages;

public sealed class PoliciesTests : IAsyncLifetime
{
    private ConsoleHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ConsoleHost.StartAsync();
        _host.Data.PolicyList.Add(new Policy("parking", "某某停车办法（试行）", "zjj", new DateOnly(2025, 3, 1), new DateOnly(2025, 4, 1), ["停车办法"]));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_list_leads_to_each_report_and_to_the_sheet_of_each_year()
    {
        using var client = await _host.SignedInAsync(ConsoleHost.ReaderKey);

        var html = await client.GetStringAsync("/console/policies", Token);

        Assert.Contains("href=\"/console/policies/parking\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/console/policies/2026\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/console/policies/2025\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/console/policies/2024", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parking", "报告正文")]
    [InlineData("2026", "评价正文")]
    public async Task A_report_stands_in_a_sandboxed_frame(string name, string text)
    {
        using var client = await _host.SignedInAsync(ConsoleHost.ReaderKey);

        var frame = await client.GetStringAsync($"/console/policies/{name}", Token);
        using var page = await client.GetAsync($"/console/policies/{name}/page", Token);

        Assert.Contains($"<iframe class=\"digest\" sandbox src=\"/console/policies/{name}/page\"", frame, StringComparison.Ordinal);
        Assert.Contains("sandbox", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains(text, await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("2027/page")]
    [InlineData("1999")]
    public async Task What_is_not_there_is_not_found(string name)
    {
        using var client = await _host.SignedInAsync(ConsoleHost.ReaderKey);

        using var answer = await client.GetAsync($"/console/policies/{name}", Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
