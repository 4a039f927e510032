using System.Net;
using Microsoft.Playwright;
using SentimentWatch.Console.Tests.Support;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Tests.Pages;

public sealed class ReviewTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_corrects_a_verdict_without_javascript_on_a_phone()
    {
        fixture.Host.Data.Reviews.Add(Samples.Review("R1", "小区门口的烧烤摊天天冒烟，窗户都不敢开。", "烧烤油烟"));
        var browser = await fixture.BrowserAsync();
        var page = await browser.SignedInAsync(
            fixture.Host,
            ConsoleHost.OfficerKey,
            new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 360, Height = 780 } });

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "复核" }).ClickAsync();
        var row = page.Locator("li", new PageLocatorOptions { HasText = "烧烤油烟" });
        await row.Locator("summary").ClickAsync();
        await row.GetByLabel("主题").SelectOptionAsync("环境保护");
        await row.GetByLabel("职能").SelectOptionAsync("environment");
        await row.GetByLabel("情绪").SelectOptionAsync("");
        await row.GetByLabel("说明（可不填）").FillAsync("油烟属生态环境事项。");
        await row.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "提交复核" }).ClickAsync();
        await page.GetByText("已保存复核结果：R1").WaitForAsync();

        var wish = Assert.Single(fixture.Host.Data.Decided, w => w.Key == "hotline:R1");
        Assert.Equal(new ReviewLabels("环境保护", null, "routine", "environment"), wish.Labels);
        Assert.Equal(("W/\"tag-R1\"", "油烟属生态环境事项。", "officer via console"), (wish.Tag, wish.Note, wish.By));
        Assert.Equal("/console/reviews", new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task A_reader_sees_the_list_and_no_form_and_may_not_decide()
    {
        fixture.Host.Data.Reviews.Add(Samples.Review("R2", "只看不办"));
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.ReaderKey);

        var html = await client.GetStringAsync("/console/reviews", Token);
        Assert.Contains("只看不办", html, StringComparison.Ordinal);
        Assert.DoesNotContain("提交复核", html, StringComparison.Ordinal);

        using var answer = await ConsoleHost.PostAsync(client, "/console/reviews", "/console/reviews/2026-11-24/hotline:R2", ("topic", "环境保护"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain(fixture.Host.Data.Decided, w => w.Key == "hotline:R2");
    }

    [Fact]
    public async Task A_unit_finds_no_such_page()
    {
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.GasKey);
        using var answer = await client.GetAsync("/console/reviews", Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var posted = await ConsoleHost.PostAsync(client, "/console", "/console/reviews/2026-11-24/hotline:R2", ("topic", "环境保护"));
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    [Fact]
    public async Task A_decision_without_an_antiforgery_token_is_refused()
    {
        fixture.Host.Data.Reviews.Add(Samples.Review("R3", "没有令牌"));
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.OfficerKey);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("topic", "环境保护")]);

        using var answer = await client.PostAsync("/console/reviews/2026-11-24/hotline:R3", form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(fixture.Host.Data.Decided, w => w.Key == "hotline:R3");
    }

    [Theory]
    [InlineData(ReviewOutcome.Taken, HttpStatusCode.Conflict)]
    [InlineData(ReviewOutcome.Invalid, HttpStatusCode.UnprocessableEntity)]
    [InlineData(ReviewOutcome.NotFound, HttpStatusCode.NotFound)]
    public async Task A_refusal_is_said_on_the_list(ReviewOutcome outcome, HttpStatusCode status)
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Data.Reviews.Add(Samples.Review("R4", "被别人先办"));
        host.Data.Answer = new ReviewAnswer(outcome, "这次没有保存的原因。");
        using var client = await host.SignedInAsync(ConsoleHost.OfficerKey);

        using var answer = await ConsoleHost.PostAsync(client, "/console/reviews", "/console/reviews/2026-11-24/hotline:R4", ("topic", "环境保护"), ("note", "草稿"));
        var html = await answer.Content.ReadAsStringAsync(Token);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("这次没有保存的原因。", html, StringComparison.Ordinal);
        Assert.Equal(outcome == ReviewOutcome.Invalid, html.Contains("草稿", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_day_filter_holds_and_a_get_decides_nothing()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Data.Reviews.AddRange([Samples.Review("R5", "今天的一件"), Samples.Review("R6", "昨天的一件", daysAgo: 1)]);
        using var client = await host.SignedInAsync(ConsoleHost.OfficerKey);

        var html = await client.GetStringAsync("/console/reviews?day=2026-11-23&topic=环境保护&done=x", Token);

        Assert.Contains("昨天的一件", html, StringComparison.Ordinal);
        Assert.DoesNotContain("今天的一件", html, StringComparison.Ordinal);
        Assert.Empty(host.Data.Decided);
    }

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Data.Reviews.Add(Samples.Review("R7'\"><b>", "</p><script>alert(1)</script>", "<img src=x onerror=alert(1)>", why: "<i>词</i>"));
        using var client = await host.SignedInAsync(ConsoleHost.OfficerKey);

        var html = await client.GetStringAsync("/console/reviews?done=<script>x</script>", Token);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<i>词", html, StringComparison.Ordinal);
    }
}
