using Microsoft.Playwright;
using SentimentWatch.Console.Tests.Support;

namespace SentimentWatch.Console.Tests.Pages;

public sealed class PhoneWidthTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    [Theory]
    [InlineData("/console", 360)]
    [InlineData("/console/alerts", 360)]
    [InlineData("/console/alerts/A77", 360)]
    [InlineData("/console/events", 360)]
    [InlineData("/console/events/E20261122-0000abcd", 360)]
    [InlineData("/console/overdue", 360)]
    [InlineData("/console/records", 360)]
    [InlineData("/console/records/weibo/p1?day=2026-11-24", 360)]
    [InlineData("/console/reviews", 360)]
    [InlineData("/console/digests", 360)]
    [InlineData("/console/policies", 360)]
    [InlineData("/console/no-such-page", 360)]
    [InlineData("/console", 768)]
    public async Task No_page_scrolls_sideways(string path, int width)
    {
        var unbroken = new string('啊', 60) + new string('W', 300);
        var record = Samples.Record("p1", "rqgs", unbroken, unbroken, "emergency", channel: "weibo");
        fixture.Host.Data.Records.Add(record with { Record = record.Record with { Url = "https://weibo.example/" + new string('x', 200) } });
        fixture.Host.Data.Alerts.Add(Samples.Alert("A77", "rqgs", title: unbroken));
        fixture.Host.Data.Alerts.Add(Samples.Lapsed("A78", "rqgs", unbroken));
        fixture.Host.Data.PolicyList.Add(new Pipeline.Routing.Policy("p", unbroken, "zjj", new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1), [unbroken]));
        fixture.Host.Data.Events.Add(Samples.Event("E20261122-0000abcd", unbroken, "red", "p1", "p2") with { Terms = [unbroken], Why = unbroken });
        fixture.Host.Data.Records.Add(Samples.Record("p2", "rqgs", unbroken, unbroken));
        fixture.Host.Data.Reviews.Add(Samples.Review("p1", unbroken, unbroken, why: unbroken));
        fixture.Host.Data.Log.Add(new("A77", 1, "办理", Samples.Now, "rqgs via console", unbroken, ["weibo:p1"]));
        var browser = await fixture.BrowserAsync();
        var page = await browser.SignedInAsync(
            fixture.Host, ConsoleHost.OfficerKey, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 780 } });

        await page.GotoAsync(path);

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
