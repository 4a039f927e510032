using Microsoft.Playwright;
using SentimentWatch.Console.Tests.Support;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Tests.Pages;

public sealed class HostileTextTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    private const string Script =
        "</p><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"><svg onload=\"document.title='owned'\"></svg><a href=\"javascript:document.title='owned'\">点我</a>";

    [Theory]
    [InlineData("/console/records/hotline/..%2Fx%20%3Cb%3E%2F1?day=2026-11-24")]
    [InlineData("/console/records")]
    [InlineData("/console/alerts/A66")]
    [InlineData("/console/alerts")]
    [InlineData("/console")]
    public async Task Script_in_a_citizens_text_is_shown_and_not_run(string path)
    {
        var record = Samples.Record("../x <b>/1", "rqgs", Script, title: Script, recused: []);
        fixture.Host.Data.Records.Add(record with { Record = record.Record with { Place = Script, NamedUnit = Script, Url = "javascript:document.title='owned'" } });
        fixture.Host.Data.Alerts.Add(Samples.Alert("A66", "rqgs", title: Script) with { Excerpt = Script, Place = Script });
        fixture.Host.Data.Log.Add(new("A66", 1, "退回", Samples.Now, Script, Script, ["hotline:../x <b>/1"]));
        var browser = await fixture.BrowserAsync();
        var page = await browser.SignedInAsync(fixture.Host, ConsoleHost.ReaderKey);

        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.EndsWith("民情监测", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("script, img, a[href^='javascript:']").CountAsync());
        Assert.Contains("onerror", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_in_a_digest_does_not_run()
    {
        fixture.Host.Data.Digests.Add(new(DigestPeriod.Day, new DateOnly(2026, 11, 22)));
        fixture.Host.Data.DigestHtml = "<!DOCTYPE html><title>t</title><p id=d>正文</p><script>document.getElementById('d').textContent='owned'</script>";
        var browser = await fixture.BrowserAsync();
        var page = await browser.SignedInAsync(fixture.Host, ConsoleHost.ReaderKey);

        await page.GotoAsync("/console/digests/2026-11-22-day", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Equal("正文", await page.FrameLocator("iframe").Locator("#d").InnerTextAsync());
    }
}
