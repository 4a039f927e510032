using System.Net;
using Microsoft.Playwright;
using SentimentWatch.Console.Tests.Support;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Console.Tests.Pages;

public sealed class EventsTests(ConsoleFixture fixture) : IClassFixture<ConsoleFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_takes_records_out_and_renames_without_javascript_on_a_phone()
    {
        Add("E20261122-00000001", "s1", "s2", "s3");
        var browser = await fixture.BrowserAsync();
        var page = await browser.SignedInAsync(
            fixture.Host,
            ConsoleHost.OfficerKey,
            new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 360, Height = 780 } });
        await page.GotoAsync("/console/events/E20261122-00000001");
        await page.Locator("li", new PageLocatorOptions { HasText = "BODY s2" }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "拆出所选诉求" }).ClickAsync();
        await page.GetByText("已记录：拆出").WaitForAsync();
        var wish = Assert.Single(fixture.Host.Data.Corrected, w => w.EventId == "E20261122-00000001");
        Assert.Equal((EventSteps.Split, "officer via console"), (wish.Step, wish.By));
        Assert.Equal(["hotline:s2"], wish.Records);

        await page.Locator("summary", new PageLocatorOptions { HasText = "改名" }).ClickAsync();
        await page.GetByLabel("标题").FillAsync("电梯困人");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "改名" }).ClickAsync();
        await page.GetByText("已记录：改名").WaitForAsync();
        Assert.Equal("电梯困人", fixture.Host.Data.Corrected[^1].Title);
    }

    [Fact]
    public async Task An_officer_moves_records_to_another_event_and_restores_what_was_marked_false()
    {
        Add("E20261122-000000a7", "v1", "v2");
        Add("E20261122-000000a6", "t1", "t2", "t3");
        fixture.Host.Data.Events[^1] = fixture.Host.Data.Events[^1] with { IsFalse = true };
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.OfficerKey);
        var html = WebUtility.HtmlDecode(await client.GetStringAsync("/console/events/E20261122-000000a6", Token));
        Assert.Contains("不移到别的热点", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<summary>标记误报</summary>", html, StringComparison.Ordinal);
        using var moved = await ConsoleHost.PostAsync(
            client, "/console/events/E20261122-000000a6", "/console/events/E20261122-000000a6", ("step", "split"), ("records", "hotline:t2"), ("to", "E20261122-000000a7"));
        using var restored = await ConsoleHost.PostAsync(client, "/console/events/E20261122-000000a6", "/console/events/E20261122-000000a6", ("step", "restore"));
        var wishes = fixture.Host.Data.Corrected.Where(w => w.EventId == "E20261122-000000a6").ToList();
        Assert.Equal([(EventSteps.Split, "E20261122-000000a7"), (EventSteps.Restore, null)], wishes.Select(w => (w.Step, w.To)));
    }

    [Fact]
    public async Task A_disagreement_is_shown_on_board_and_page_in_hostile_words_that_stay_words()
    {
        Add("E20261122-000000b1", "d1", "d2");
        fixture.Host.Data.Events[^1] = fixture.Host.Data.Events[^1] with { Hint = "政务微博 11 月 20 日官方“网传停水一周系谣言”，微信 11 月 21 日说法相反：“要停水一周<img src=x>”，请人工核实" };
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.ReaderKey);
        foreach (var path in new[] { "/console/events", "/console/events/E20261122-000000b1" })
        {
            var html = await client.GetStringAsync(path, Token);
            Assert.Contains("网传停水一周系谣言", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_topic_without_one_matter_has_a_section_of_its_own()
    {
        fixture.Host.Data.Topics.Add(new TopicBurst(DateOnly.FromDateTime(Samples.Now.Date), "water-cut", "wangsheren")
        {
            Name = "王舍人·停水", Level = "orange", Why = "王舍人·停水：11 月 22 日 40 人各自反映，近 13 周平均每天 1.2 件，未归为同一件事",
            Days = 1, Voices = 40, RecordCount = 41, Expected = 1.2, Lead = "swj", Channels = ["hotline"], Samples = [new EventMember("hotline", "w1", DateOnly.FromDateTime(Samples.Now.Date))],
        });
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.ReaderKey);
        var html = WebUtility.HtmlDecode(await client.GetStringAsync("/console/events", Token));
        Assert.Contains("话题突增", html, StringComparison.Ordinal);
        Assert.Contains("40 人各自反映", html, StringComparison.Ordinal);
        Assert.DoesNotContain("话题突增", WebUtility.HtmlDecode(await client.GetStringAsync("/console/events?level=blue", Token)), StringComparison.Ordinal);
        Assert.DoesNotContain("话题突增", WebUtility.HtmlDecode(await client.GetStringAsync("/console/events?state=closed", Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_event_and_members_and_no_form_and_may_not_correct()
    {
        Add("E20261122-00000002", "r1", "r2");
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.ReaderKey);
        Assert.Contains("E20261122-00000002", await client.GetStringAsync("/console/events", Token), StringComparison.Ordinal);
        var html = await client.GetStringAsync("/console/events/E20261122-00000002", Token);
        Assert.Contains("BODY r1", html, StringComparison.Ordinal);
        Assert.DoesNotContain("拆出所选诉求", html, StringComparison.Ordinal);
        using var answer = await ConsoleHost.PostAsync(client, "/console/events", "/console/events/E20261122-00000002", ("step", "false"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain(fixture.Host.Data.Corrected, w => w.EventId == "E20261122-00000002");
    }

    [Fact]
    public async Task A_unit_finds_no_board()
    {
        Add("E20261122-00000003", "u1");
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.GasKey);
        foreach (var path in new[] { "/console/events", "/console/events/E20261122-00000003" })
        {
            using var answer = await client.GetAsync(path, Token);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_old_id_leads_to_the_event_that_it_went_up_in()
    {
        Add("E20261122-00000004", "m1", "m2");
        fixture.Host.Data.Events.Add(Samples.Event("E20261120-0000000a") with { State = StoredEvent.Merged, MergedInto = "E20261122-00000004" });
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.ReaderKey);
        var html = await client.GetStringAsync("/console/events/E20261120-0000000a", Token);
        Assert.Contains("热点 E20261120-0000000a 已并入本热点", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_or_with_a_wrong_step_nothing_is_taken_and_hostile_words_stay_words()
    {
        Add("E20261122-00000005", "h1", "h2");
        fixture.Host.Data.Events[^1] = fixture.Host.Data.Events[^1] with { Title = "<script>alert(1)</script>" };
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.OfficerKey);
        Assert.DoesNotContain("<script>alert", await client.GetStringAsync("/console/events/E20261122-00000005", Token), StringComparison.Ordinal);
        using var bare = await client.PostAsync("/console/events/E20261122-00000005", new FormUrlEncodedContent([new("step", "false")]), Token);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.DoesNotContain(fixture.Host.Data.Corrected, w => w.EventId == "E20261122-00000005");

        fixture.Host.Data.Corrects = new EventAnswer(EventOutcome.Invalid, "请选择要拆出的诉求，至少一件，且不能是全部。");
        using var refused = await ConsoleHost.PostAsync(client, "/console/events/E20261122-00000005", "/console/events/E20261122-00000005", ("step", "split"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        fixture.Host.Data.Corrects = new EventAnswer(EventOutcome.Done, "已记录，一分钟内生效。");
    }

    [Fact]
    public async Task The_alerted_unit_opens_its_event_without_the_board_and_without_what_speaks_against_it()
    {
        var one = Alerted("E20261122-00000006", "A70000006", "v1", "v2");
        fixture.Host.Data.Records.Add(Samples.Record("v3", "zjj", "BODY v3", recused: "rqgs"));
        fixture.Host.Data.Events[^1] = one with { Members = [.. one.Members, Samples.Event("x", ids: "v3").Members[0]] };
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.GasKey);
        var html = await client.GetStringAsync("/console/events/E20261122-00000006", Token);
        Assert.Contains("BODY v1", html, StringComparison.Ordinal);
        Assert.DoesNotContain("BODY v3", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/console/alerts/A70000006\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/console/events\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("更正", WebUtility.HtmlDecode(html), StringComparison.Ordinal);

        fixture.Host.Data.Events[^1] = one with { Recused = ["rqgs"] };
        using var hidden = await client.GetAsync("/console/events/E20261122-00000006", Token);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.DoesNotContain("E20261122-00000006</a>", await client.GetStringAsync("/console/alerts/A70000006", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_not_shown_a_title_that_may_speak_against_somebody()
    {
        fixture.Host.Data.Events[^1] = Alerted("E20261122-00000007", "A70000007", "w1") with { IsReserved = true, Title = "某科长不作为" };
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.GasKey);
        var html = await client.GetStringAsync("/console/events/E20261122-00000007", Token);
        Assert.DoesNotContain("某科长不作为", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("银河小区气味", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_of_an_event_shows_figures_and_records_of_the_event_and_leads_there_as_a_record_does()
    {
        Alerted("E20261122-00000008", "A70000008", "y1");
        fixture.Host.Data.Records[^1] = fixture.Host.Data.Records[^1] with { EventId = "E20261122-00000008" };
        using var client = await fixture.Host.SignedInAsync(ConsoleHost.ReaderKey);
        var html = WebUtility.HtmlDecode(await client.GetStringAsync("/console/alerts/A70000008", Token));
        Assert.Contains("href=\"/console/events/E20261122-00000008\"", html, StringComparison.Ordinal);
        Assert.Contains("5 人经 2 个渠道反映 6 件", html, StringComparison.Ordinal);
        Assert.Contains("BODY y1", html, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"/console/events/E20261122-00000008\"", await client.GetStringAsync("/console/records/hotline/y1?day=2026-11-24", Token), StringComparison.Ordinal);
    }

    private StoredEvent Alerted(string id, string alert, params string[] records)
    {
        Add(id, records);
        var one = fixture.Host.Data.Events[^1] = fixture.Host.Data.Events[^1] with { AlertId = alert };
        fixture.Host.Data.Alerts.Add(Samples.Alert(alert, "rqgs", "yellow", "热点 · 银河小区气味") with
        {
            OfEvent = true,
            Event = new AlertEvent(id, "银河小区气味", ["银河小区"], one.Why, 6, 5, ["hotline", "weibo"], one.FirstAt, one.LastAt),
        });
        return one;
    }

    private void Add(string id, params string[] records)
    {
        fixture.Host.Data.Records.AddRange(records.Select(record => Samples.Record(record, "zjj", $"BODY {record} 电梯又困人了")));
        fixture.Host.Data.Events.Add(Samples.Event(id, ids: records));
    }
}
