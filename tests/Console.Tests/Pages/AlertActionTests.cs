using System.Net;
using Microsoft.Playwright;
using SentimentWatch.Console.Tests.Support;

namespace SentimentWatch.Console.Tests.Pages;

public sealed class AlertActionTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_acknowledges_and_reports_without_javascript()
    {
        fixture.Host.Data.Alerts.Add(Samples.Alert("A1024", "rqgs"));
        var browser = await fixture.BrowserAsync();
        var page = await browser.SignedInAsync(fixture.Host, ConsoleHost.GasKey, new BrowserNewContextOptions { JavaScriptEnabled = false });

        await page.GotoAsync("/console/alerts/A1024");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "签收" }).ClickAsync();
        await page.GetByText("已记录：签收").WaitForAsync();
        await page.Locator("summary", new PageLocatorOptions { HasText = "进展" }).ClickAsync();
        await page.GetByLabel("办理进展").FillAsync("抢修人员已到现场，已关阀。");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "提交进展" }).ClickAsync();
        await page.GetByText("已记录：办理").WaitForAsync();

        Assert.Equal(
            [new("A1024", "rqgs", "签收", "rqgs via console", null, null), new("A1024", "rqgs", "办理", "rqgs via console", "抢修人员已到现场，已关阀。", null)],
            fixture.Host.Data.Applied.Where(a => a.AlertId == "A1024"));
    }

    [Fact]
    public async Task A_post_without_an_antiforgery_token_is_refused()
    {
        fixture.Host.Data.Alerts.Add(Samples.Alert("A2048", "rqgs"));
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.GasKey);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("step", "签收")]);

        using var answer = await client.PostAsync("/console/alerts/A2048", form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(fixture.Host.Data.Applied, a => a.AlertId == "A2048");
    }

    [Fact]
    public async Task A_token_of_another_session_is_refused()
    {
        fixture.Host.Data.Alerts.Add(Samples.Alert("A2049", "rqgs"));
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.GasKey);
        using var stranger = fixture.Host.Client();

        var html = await stranger.GetStringAsync("/console/sign-in", Token);
        var token = html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("step", "签收"), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync("/console/alerts/A2049", form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(fixture.Host.Data.Applied, a => a.AlertId == "A2049");
    }

    [Theory]
    [InlineData("退回", "")]
    [InlineData("派发", "硬要派发")]
    [InlineData("", "")]
    public async Task A_step_that_lacks_its_note_or_does_not_exist_is_refused_with_the_reason(string step, string note)
    {
        fixture.Host.Data.Alerts.Add(Samples.Alert("A3000" + step.Length + note.Length, "rqgs"));
        var path = $"/console/alerts/A3000{step.Length}{note.Length}";
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.OfficerKey);

        using var answer = await ConsoleHost.PostAsync(client, path, path, ("step", step), ("note", note));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_get_of_an_alert_changes_nothing()
    {
        fixture.Host.Data.Alerts.Add(Samples.Alert("A4096", "rqgs"));
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.OfficerKey);

        await client.GetStringAsync("/console/alerts/A4096?step=签收&done=签收", Token);

        Assert.DoesNotContain(fixture.Host.Data.Applied, a => a.AlertId == "A4096");
    }
}
