using Microsoft.Playwright;
using SentimentWatch.Console.Tests.Support;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Console.Tests.Pages;

public sealed class AlertClocksTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task A_page_shows_clocks_with_their_law_marks_and_who_acknowledged_and_proposes_the_next_unit()
    {
        fixture.Host.Data.Alerts.Add(Samples.Alert("A5120", "rqgs") with
        {
            State = AlertState.Returned,
            Proposed = "zjj",
            Supervised = true,
            Card = "red",
            Support = ["hongjialou", "grgs"],
            AcknowledgedSupport = ["hongjialou"],
            Deadlines =
            [
                new AlertDeadline("acknowledge", Samples.Now.AddMinutes(-12), Samples.Now.AddMinutes(3), AlertStop.Acknowledged, []),
                new AlertDeadline("hotline.reply", Samples.Now.AddDays(-7), Samples.Now.AddHours(-1), AlertStop.Closed, []),
            ],
        });
        var browser = await fixture.BrowserAsync();
        var page = await browser.SignedInAsync(fixture.Host, ConsoleHost.OfficerKey);

        await page.GotoAsync("/console/alerts/A5120");

        var clocks = page.Locator("dl.clocks > div");
        Assert.Equal(2, await clocks.CountAsync());
        Assert.Contains("已超时", await clocks.Nth(0).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("第二十四条", await clocks.Nth(0).InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("已超时", await clocks.Nth(1).InnerTextAsync(), StringComparison.Ordinal);
        foreach (var text in new[] { "督办", "红牌", "洪家楼街道办事处（已签收）", "历城热力公司（未签收）" })
        {
            await page.GetByText(text).First.WaitForAsync();
        }

        Assert.Equal("zjj", await page.Locator("select[name=to]").InputValueAsync());
    }

    [Fact]
    public async Task An_extension_is_sent_with_its_date()
    {
        fixture.Host.Data.Alerts.Add(Samples.Alert("A5121", "rqgs") with
        {
            State = AlertState.Handling,
            Deadlines = [new AlertDeadline("hotline.reply", Samples.Now, Samples.Now.AddDays(7), AlertStop.Closed, [])],
        });
        var browser = await fixture.BrowserAsync();
        var page = await browser.SignedInAsync(fixture.Host, ConsoleHost.GasKey, new BrowserNewContextOptions { JavaScriptEnabled = false });

        await page.GotoAsync("/console/alerts/A5121");
        await page.Locator("summary", new PageLocatorOptions { HasText = "延期" }).ClickAsync();
        await page.GetByLabel("延期至").FillAsync("2026-12-08");
        await page.GetByLabel("进展和措施").FillAsync("进展：管线已定位；措施：更换阀门。");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "提交延期" }).ClickAsync();
        await page.GetByText("已记录：延期").WaitForAsync();

        var wish = Assert.Single(fixture.Host.Data.Applied, wish => wish.AlertId == "A5121");
        Assert.Equal((AlertStep.Extended, new DateOnly(2026, 12, 8)), (wish.Step, wish.Until));
    }
}
