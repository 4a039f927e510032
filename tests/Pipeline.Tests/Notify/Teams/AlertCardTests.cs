using System.Text;
using System.Text.Json;
using CsCheck;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Teams;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Teams;

public sealed class AlertCardTests
{
    [Fact]
    public void The_body_is_what_a_workflows_webhook_takes()
    {
        var root = Parse(Settings.Card().Write(Settings.Notice(), Settings.Lead));
        Assert.Equal(["type", "attachments"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("message", root.GetProperty("type").GetString());
        var attachment = Assert.Single(root.GetProperty("attachments").EnumerateArray());
        Assert.Equal(["contentType", "contentUrl", "content"], attachment.EnumerateObject().Select(property => property.Name));
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
        Assert.Equal(JsonValueKind.Null, attachment.GetProperty("contentUrl").ValueKind);
        var card = attachment.GetProperty("content");
        Assert.Equal("http://adaptivecards.io/schemas/adaptive-card.json", card.GetProperty("$schema").GetString());
        Assert.Equal(("AdaptiveCard", "1.4", "full"), (card.GetProperty("type").GetString(), card.GetProperty("version").GetString(), card.GetProperty("msteams").GetProperty("width").GetString()));
        Assert.Equal(
            "【红色预警·新预警】洪楼广场 · 燃气泄漏，编号 A12345678。由贵单位主办。请在 12:15 前签收。", card.GetProperty("fallbackText").GetString());
        Assert.Equal("attention", card.GetProperty("body")[0].GetProperty("style").GetString());
    }

    [Fact]
    public void The_card_says_who_where_until_when_and_from_which_channels()
    {
        var facts = Facts(Settings.Card().Write(Settings.Notice(), Settings.Lead));
        Assert.Equal("A12345678（待签收）", facts["编号"]);
        Assert.Equal("签收时限 12:15；公开回应时限 11-24 12:00（国办发〔2016〕61号）", facts["时限"]);
        Assert.Equal("区住房城乡建设局", facts["主办"]);
        Assert.Equal("洪家楼街道办事处", facts["协办"]);
        Assert.Equal("洪楼广场", facts["地点"]);
        Assert.Equal("2 条（12345热线、政务微博）", facts["诉求"]);
    }

    [Fact]
    public void Only_a_unit_that_may_act_gets_links_and_each_its_own()
    {
        var lead = Actions(Settings.Card().Write(Settings.Notice(), Settings.Lead));
        Assert.Equal(["签收", "退回", "查看"], lead.Select(action => action.Title));
        Assert.All(lead[..2], action => Assert.StartsWith("https://watch.example.org/ack/", action.Url, StringComparison.Ordinal));
        Assert.Equal("https://watch.example.org/console/alerts/A12345678", lead[2].Url);
        var support = Actions(Settings.Card().Write(Settings.Notice(), Settings.To("honglou", mayAct: true)));
        Assert.Equal(["签收", "查看"], support.Select(action => action.Title));
        Assert.NotEqual(lead[0].Url, support[0].Url);
        Assert.Equal(["查看"], Actions(Settings.Card().Write(Settings.Notice(), Settings.To("wxb"))).Select(action => action.Title));
    }

    [Fact]
    public void An_events_card_says_how_many_by_which_channels_since_when_and_leads_to_the_event()
    {
        var card = Settings.Card().Write(new Notice([new Announcement("opened", Sample.Noon, OfEvent(hidden: false))]), Settings.Lead);
        var facts = Facts(card);
        Assert.Equal("电梯、困人", facts["要点"]);
        Assert.Equal("4 人经 2 个渠道反映 5 件（12345热线、政务微博）", facts["反映"]);
        Assert.Equal("首次 11-20 12:00，最近 11:30", facts["时间"]);
        Assert.False(facts.ContainsKey("诉求"));
        Assert.Equal("https://watch.example.org/console/events/E20261120-00000001", Actions(card).Single(action => action.Title == "热点详情").Url);
        Assert.Contains("代表诉求（已脱敏）", Text(card), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_with_records_that_the_unit_must_not_see_has_no_link_and_one_that_joined_an_alert_is_one_line()
    {
        var hidden = Settings.Card().Write(new Notice([new Announcement("opened", Sample.Noon, OfEvent(hidden: true))]), Settings.Lead);
        Assert.DoesNotContain("/console/events/", Text(hidden), StringComparison.Ordinal);
        var joined = Facts(Settings.Card().Write(new Notice([new Announcement("raised-red", Sample.Noon, OfEvent(hidden: false) with { OfEvent = false })]), Settings.Lead));
        Assert.Equal("某小区电梯困人，4 人经 2 个渠道反映 5 件（12345热线、政务微博）", joined["热点"]);
        Assert.True(joined.ContainsKey("诉求"));
    }

    private static Alert OfEvent(bool hidden) => Settings.Alert() with
    {
        OfEvent = true,
        Place = null,
        Event = new AlertEvent("E20261120-00000001", "某小区电梯困人", ["电梯", "困人"], "7 天内 4 人反映", 5, 4, ["hotline", "weibo"], Sample.Noon.AddDays(-2), Sample.Noon.AddMinutes(-30)) { HasHidden = hidden },
    };

    [Fact]
    public void A_channel_of_several_units_carries_each_units_link()
    {
        var notice = new Notice([Settings.News(), Settings.News()], Actors: ["zjj", "honglou"]);
        var text = Text(Settings.Card().Write(notice, Settings.Lead));
        Assert.Contains("由贵单位主办", text, StringComparison.Ordinal);
        Assert.Contains("贵单位协办", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubtful_emergency_asks_to_verify_first() => Assert.Contains(
        "请先核实", Text(Settings.Card().Write(Settings.Notice(Settings.News(Settings.Alert("orange") with { Doubtful = true })), Settings.Lead)), StringComparison.Ordinal);

    [Fact]
    public void A_summary_has_its_heading_and_lines_above_the_news()
    {
        var text = Text(Settings.Card().Write(new Notice([Settings.News()], "系统恢复后汇总", ["停机 6 小时，期间 12 条到期。"]), Settings.To("qzfb")));
        Assert.True(text.IndexOf("系统恢复后汇总", StringComparison.Ordinal) < text.IndexOf("停机 6 小时", StringComparison.Ordinal));
        Assert.Contains("A12345678", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_stays_unescaped_and_citizens_markup_does_not_work()
    {
        var text = Text(Settings.Card().Write(Settings.Notice(Settings.News(Settings.Alert() with { Excerpt = "**急** [点](http://e) <at>全体</at> ~~x~~ _y_" })), Settings.Lead));
        Assert.Contains("主办", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\\u[0-9a-f]{4}", text);
        Assert.DoesNotContain("**急**", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[点](", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<at>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_excerpt_says_so()
    {
        var cut = new Matter(MatterKey.Of(Sample.Judged()), [new MatterMember(Sample.Judged(body: new string('长', 500)), new AlertGrade("red", false))]);
        var facts = cut.FactsOf(cut.Members, new AlertRules());
        Assert.Equal(200, facts.Head.Excerpt.Length);
        Assert.Contains("已截断", Text(Settings.Card().Write(Settings.Notice(Settings.News(Settings.Alert() with { Excerpt = facts.Head.Excerpt })), Settings.Lead)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_burst_shares_one_card_within_the_budget_and_says_what_it_leaves_out()
    {
        var news = Enumerable.Range(0, 60).Select(n => Settings.News(Settings.Alert("orange", $"A{n + 10_000_000}"))).ToArray();
        var body = Settings.Card().Write(Settings.Notice(news), Settings.Lead);
        Assert.InRange(body.Length, 1, AlertCard.Budget);
        Assert.Matches("另有 [0-9]+ 条未列出", Text(body));
    }

    [Fact]
    public void What_fits_is_all_there_beside_a_heading_and_two_lines()
    {
        var news = Enumerable.Range(0, 60).Select(n => Settings.News(Settings.Alert("orange", $"A{n + 10_000_000}"))).ToArray();
        var fit = Settings.Card().Fit(news);
        Assert.InRange(fit, 8, 59);
        var text = Text(Settings.Card().Write(new Notice(news[..fit], new string('题', 60), [new string('一', 100), new string('二', 100)]), Settings.Lead));
        Assert.All(news[..fit], item => Assert.Contains($"{item.Alert.Id} ·", text, StringComparison.Ordinal));
        Assert.DoesNotContain("未列出", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_citizens_write_the_card_is_valid_small_and_without_markup() =>
        Gen.Select(Hostile.Text, Hostile.Text, Hostile.Text, Hostile.Text, Hostile.Text.Array[0, 30], Gen.Int[1, 12]).Sample((title, excerpt, place, why, codes, count) =>
        {
            var alert = Settings.Alert() with { Title = title, Excerpt = excerpt, Place = place, Why = why, Support = codes, Channels = codes };
            var body = Settings.Card().Write(Settings.Notice([.. Enumerable.Repeat(Settings.News(alert, "returned-3") with { Note = excerpt }, count)]), Settings.Lead);
            Assert.InRange(body.Length, 1, AlertCard.Budget);
            var strings = Strings(Parse(body)).ToList();
            Assert.DoesNotContain(strings, text => text.Any(character => char.IsControl(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format));
            Assert.All(strings.Where(text => !text.StartsWith("http", StringComparison.Ordinal)), text =>
            {
                Assert.Empty(ReadMarkdown.Links(text));
                Assert.Empty(ReadMarkdown.Html(text));
                Assert.Equal((0, 0), (ReadMarkdown.Headings(text), ReadMarkdown.Marks(text)));
            });
        }, iter: 300);

    private static JsonElement Parse(ReadOnlyMemory<byte> body) => JsonElement.Parse(body.Span);

    private static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);

    private static JsonElement Content(ReadOnlyMemory<byte> body) => Parse(body).GetProperty("attachments")[0].GetProperty("content");

    private static List<(string? Title, string? Url)> Actions(ReadOnlyMemory<byte> body) =>
        [.. Content(body).GetProperty("actions").EnumerateArray().Select(action => (action.GetProperty("title").GetString(), action.GetProperty("url").GetString()))];

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };

    private static Dictionary<string, string?> Facts(ReadOnlyMemory<byte> body) => Content(body).GetProperty("body").EnumerateArray()
        .Single(element => element.GetProperty("type").GetString() == "FactSet").GetProperty("facts").EnumerateArray()
        .ToDictionary(fact => fact.GetProperty("title").GetString()!.Replace("\u00A0", "", StringComparison.Ordinal), fact => fact.GetProperty("value").GetString());
}
