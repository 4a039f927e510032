using System.Net;
using SentimentWatch.Console.Tests.Support;

namespace SentimentWatch.Console.Tests.Pages;

public sealed class ListTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_are_filtered_by_channel_level_and_words()
    {
        fixture.Host.Data.Records.AddRange(
        [
            Samples.Record("f1", "rqgs", "FIRST 燃气", urgency: "emergency"),
            Samples.Record("f2", "rqgs", "SECOND 燃气"),
            Samples.Record("f3", "rqgs", "THIRD 燃气", urgency: "emergency", channel: "weibo"),
        ]);
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.ReaderKey);

        var html = await client.GetStringAsync("/console/records?channel=hotline&level=emergency&q=燃气", Token);

        Assert.Contains("FIRST", html, StringComparison.Ordinal);
        Assert.DoesNotContain("SECOND", html, StringComparison.Ordinal);
        Assert.DoesNotContain("THIRD", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/records?from=yesterday&to=0001-01-01&channel=%27&level=x&unit=%3Cscript%3E&continuation=%00")]
    [InlineData("/console/alerts?state=no&level=%F0%9F%98%80&unit=..")]
    public async Task Filters_that_make_no_sense_are_ignored(string path)
    {
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.ReaderKey);

        using var answer = await client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_long_list_of_alerts_has_a_next_page_that_keeps_the_filter()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Data.Alerts.AddRange(Enumerable.Range(1, 51).Select(i => Samples.Alert($"A{i}", "rqgs")));
        using var client = await host.SignedInAsync(ConsoleHost.ReaderKey);

        var html = await client.GetStringAsync("/console/alerts?level=red", Token);

        Assert.Contains("href=\"/console/alerts?level=red&amp;continuation=next\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_shows_a_sentence_and_no_secret()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Data.Fails = true;
        using var client = await host.SignedInAsync(ConsoleHost.ReaderKey);

        using var answer = await client.GetAsync("/console", Token);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("页面出错了", html, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chinese_is_sent_as_it_is_and_not_as_numbers()
    {
        fixture.Host.Data.Records.Add(Samples.Record("c1", "rqgs", "楼道里有燃气味"));
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.ReaderKey);

        var html = await client.GetStringAsync("/console/records", Token);

        Assert.Contains("楼道里有燃气味", html, StringComparison.Ordinal);
    }
}
