using System.Text;
using System.Text.Json;
using CsCheck;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.WeCom;
using SentimentWatch.Pipeline.Notify.Words;

namespace SentimentWatch.Pipeline.Tests.Notify.WeCom;

public sealed class WeComMessageTests
{
    private static readonly NotifyTarget Target = Settings.To("zjj", mayAct: true, NotifyWay.WeCom);
    private readonly WeComMessage _message = new(Settings.Sheets());

    [Fact]
    public void A_message_says_what_until_when_and_carries_the_links()
    {
        var text = Content(Settings.Notice());
        Assert.StartsWith("### <font color=\"warning\">【红色预警·新预警】洪楼广场 · 燃气泄漏</font>\n由贵单位主办。请在 12:15 前签收。", text, StringComparison.Ordinal);
        Assert.Contains("> 时限：签收时限 12:15；公开回应时限 11-24 12:00（国办发〔2016〕61号）", text, StringComparison.Ordinal);
        Assert.Matches(@"\[签收\]\(https://watch\.example\.org/ack/[\w.-]+\)　\[退回\]\(https://watch\.example\.org/ack/[\w.-]+\)　\[查看\]\(https://watch\.example\.org/console/alerts/A12345678\)$", text);
        Assert.DoesNotContain("截断", text, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_as_fit_stand_in_one_message_each_with_its_link()
    {
        var news = Enumerable.Range(0, 40).Select(n => Settings.News(Settings.Alert("orange", $"A{n + 10_000_000}"))).ToArray();
        var fit = _message.Fit(news);
        Assert.InRange(fit, 3, 39);
        var text = Content(new Notice(news[..fit], "【30 秒内 40 条预警】", ["第 1 条，共 8 条", "其余见下"]));
        Assert.All(news[..fit], item => Assert.Contains(item.Alert.Id, text, StringComparison.Ordinal));
        Assert.DoesNotContain("未列出", text, StringComparison.Ordinal);
        Assert.Contains($"另有 {40 - fit} 条未列出", Content(new Notice(news)).Replace($"另有 {40 - fit - 1} 条", $"另有 {40 - fit} 条", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_without_an_alert_is_lines_under_a_heading()
    {
        var text = Content(new Notice([], "通知地址失效", ["区城管局的 Teams 地址已失效（HTTP 410），请更换。"]));
        Assert.StartsWith("### 通知地址失效\n区城管局的 Teams 地址已失效（HTTP 410），请更换。", text.Replace('（', '（'), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_citizens_write_stays_within_the_bytes_and_makes_no_markup() =>
        Gen.Select(Hostile.Text, Hostile.Text, Hostile.Text, Hostile.Text, Hostile.Text.Array[0, 20], Gen.Int[1, 9]).Sample((title, excerpt, place, why, codes, count) =>
        {
            var alert = Settings.Alert() with { Title = title, Excerpt = excerpt, Place = place, Why = why, Support = codes, Channels = codes };
            var text = Content(Settings.Notice([.. Enumerable.Repeat(Settings.News(alert, "returned-3") with { Note = excerpt }, count)]));
            Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, WeComMessage.Budget);
            Assert.All(ReadMarkdown.Links(text), link => Assert.StartsWith("https://watch.example.org/", link, StringComparison.Ordinal));
            Assert.Equal(1, ReadMarkdown.Headings(text));
            Assert.All(ReadMarkdown.Html(text), tag => Assert.Contains(tag, new[] { "<font color=\"warning\">", "</font>" }));
            Assert.DoesNotContain("<@", text, StringComparison.Ordinal);
            Assert.True(!excerpt.Contains("长长", StringComparison.Ordinal) || text.Contains(Trimmer.Sentence, StringComparison.Ordinal));
        }, iter: 300);

    [Fact]
    public void What_was_cut_is_said()
    {
        var alert = Settings.Alert() with { Excerpt = new string('长', 200) };
        Assert.Contains(Trimmer.Sentence, Content(Settings.Notice(Settings.News(alert))), StringComparison.Ordinal);
        var titled = Settings.News(Settings.Alert() with { Title = new string('长', 70) });
        Assert.Contains(Trimmer.Sentence, Content(Settings.Notice(titled, titled)), StringComparison.Ordinal);
    }

    private string Content(Notice notice)
    {
        var root = JsonElement.Parse(_message.Write(notice, Target).Span);
        Assert.Equal("markdown", root.GetProperty("msgtype").GetString());
        return root.GetProperty("markdown").GetProperty("content").GetString()!;
    }
}
