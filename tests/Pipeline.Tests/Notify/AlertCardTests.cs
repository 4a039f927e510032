using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Teams;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify;

public sealed partial class AlertCardTests
{
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.String[0, 3000],
        Pick.Of("**粗**", "[点我](https://evil.example)", "<at>所有人</at>", "<img src=x onerror=1>", "~~划~~", "# 标题", "- 列表", "{{DATE(2026)}}", "\u202E反\u202C", "``", "\ud83d\ude00", "\ud83d")
            .Array[0, 60].Select(string.Concat),
        Gen.Int[1, 4000].Select(n => "字" + new string('\u0301', n)));

    [Fact]
    public void The_body_is_what_a_workflows_webhook_takes()
    {
        var root = Parse(Settings.Card().Write([Settings.News()], mayAcknowledge: true));
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
            "【红色预警·新预警】洪楼广场 · 燃气泄漏，编号 A12345678，主办：区住房城乡建设局，时限：2026-11-22 12:15 前签收", card.GetProperty("fallbackText").GetString());
        Assert.Equal("attention", card.GetProperty("body")[0].GetProperty("style").GetString());
    }

    [Fact]
    public void The_card_says_who_where_until_when_and_from_which_channels()
    {
        var facts = Content(Settings.Card().Write([Settings.News()], mayAcknowledge: true)).GetProperty("body")[1].GetProperty("facts").EnumerateArray()
            .ToDictionary(fact => fact.GetProperty("title").GetString()!, fact => fact.GetProperty("value").GetString());
        Assert.Equal("A12345678", facts["编号"]);
        Assert.Equal("红色", facts["级别"]);
        Assert.Equal("区住房城乡建设局", facts["主办"]);
        Assert.Equal("洪家楼街道办事处", facts["协办"]);
        Assert.Equal("洪楼广场", facts["地点"]);
        Assert.Equal("2026-11-22 12:15 前签收", facts["时限"]);
        Assert.Equal("12345热线、政务微博", facts["渠道"]);
        Assert.Equal("2", facts["条数"]);
    }

    [Fact]
    public void Only_the_lead_units_card_carries_the_acknowledge_link()
    {
        var lead = Actions(Settings.Card().Write([Settings.News()], mayAcknowledge: true));
        Assert.Equal(["签收", "查看"], lead.Select(action => action.Title));
        Assert.StartsWith("https://watch.example.org/ack/", lead[0].Url, StringComparison.Ordinal);
        Assert.Equal("https://watch.example.org/console/alerts/A12345678", lead[1].Url);
        Assert.Equal(["查看"], Actions(Settings.Card().Write([Settings.News()], mayAcknowledge: false)).Select(action => action.Title));
    }

    [Fact]
    public void A_doubtful_emergency_asks_to_verify_first()
    {
        var text = Text(Settings.Card().Write([Settings.News(Settings.Alert("orange") with { Doubtful = true })], true));
        Assert.Contains("请先核实", text, StringComparison.Ordinal);
        Assert.Contains("\"warning\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_stays_unescaped_and_citizens_markup_does_not_work()
    {
        var text = Text(Settings.Card().Write([Settings.News(Settings.Alert() with { Excerpt = "**急** [点](http://e) <at>全体</at> ~~x~~ _y_" })], true));
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
        Assert.Contains("已截断", Text(Settings.Card().Write([Settings.News(Settings.Alert() with { Excerpt = facts.Head.Excerpt })], true)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_burst_shares_one_card_within_the_budget_and_says_what_it_leaves_out()
    {
        var news = Enumerable.Range(0, 40).Select(n => Settings.News(Settings.Alert("orange", $"A{n + 10_000_000}"))).ToList();
        var body = Settings.Card().Write(news, true);
        Assert.InRange(body.Length, 1, AlertCard.Budget);
        Assert.Matches("另有 [0-9]+ 条未列出", Text(body));
        var ten = Text(Settings.Card().Write([.. news.Take(10)], true));
        Assert.All(news.Take(10), item => Assert.Contains(item.Alert.Id, ten, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_citizens_write_the_card_is_valid_small_and_without_markup() =>
        Gen.Select(Hostile, Hostile, Hostile, Hostile, Hostile.Array[0, 30], Gen.Int[1, 12]).Sample((title, excerpt, place, why, codes, count) =>
        {
            var alert = Settings.Alert() with { Title = title, Excerpt = excerpt, Place = place, Why = why, Support = codes, Channels = codes };
            var body = Settings.Card().Write([.. Enumerable.Repeat(Settings.News(alert), count)], true);
            Assert.InRange(body.Length, 1, AlertCard.Budget);
            var strings = Strings(Parse(body)).ToList();
            Assert.DoesNotContain(strings, text => text.Any(character => char.IsControl(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format));
            Assert.DoesNotContain(strings.Where(text => !text.StartsWith("http", StringComparison.Ordinal)), text => Markup().IsMatch(Known().Replace(text, "")));
        }, iter: 500);

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

    // An unescaped mark of markdown or HTML: one that no odd number of backslashes stands before.
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*[*_~\[\]<>`]")]
    private static partial Regex Markup();

    // The list's own bold heading.
    [GeneratedRegex(@"^\*\*|\*\*$")]
    private static partial Regex Known();
}
