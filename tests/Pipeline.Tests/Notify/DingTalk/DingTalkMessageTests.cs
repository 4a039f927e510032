using System.Net;
using System.Text.Json;
using CsCheck;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.DingTalk;

namespace SentimentWatch.Pipeline.Tests.Notify.DingTalk;

public sealed class DingTalkMessageTests
{
    private static readonly NotifyTarget Target = Settings.To("zjj", mayAct: true, NotifyWay.DingTalk);
    private readonly DingTalkMessage _message = new(Settings.Sheets());

    [Fact]
    public void Title_and_text_say_what_it_is_about_and_nobody_is_mentioned()
    {
        var root = JsonElement.Parse(_message.Write(Settings.Notice(), Target).Span);
        var markdown = root.GetProperty("markdown");
        Assert.Equal("【红色预警·新预警】洪楼广场 · 燃气泄漏", markdown.GetProperty("title").GetString());
        Assert.StartsWith("### 【红色预警·新预警】洪楼广场 · 燃气泄漏\n\n由贵单位主办。请在 12:15 前签收。", markdown.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.False(root.GetProperty("at").GetProperty("isAtAll").GetBoolean());
        Assert.Single(root.GetProperty("at").EnumerateObject());
    }

    [Fact]
    public void Whatever_citizens_write_stays_within_the_bytes_and_makes_no_markup() =>
        Gen.Select(Hostile.Text, Hostile.Text, Hostile.Text, Hostile.Text.Array[0, 20], Gen.Int[1, 40]).Sample((title, excerpt, place, codes, count) =>
        {
            var alert = Settings.Alert() with { Title = title, Excerpt = excerpt, Place = place, Support = codes, Channels = codes };
            var body = _message.Write(Settings.Notice([.. Enumerable.Repeat(Settings.News(alert), count)]), Target);
            Assert.InRange(body.Length, 1, DingTalkMessage.Budget);
            var text = JsonElement.Parse(body.Span).GetProperty("markdown").GetProperty("text").GetString()!;
            Assert.All(ReadMarkdown.Links(text), link => Assert.StartsWith("https://watch.example.org/", link, StringComparison.Ordinal));
            Assert.Equal(1, ReadMarkdown.Headings(text));
            Assert.Empty(ReadMarkdown.Html(text));
            Assert.DoesNotContain('@', text);
        }, iter: 300);

    [Fact]
    public void What_fits_is_all_there()
    {
        var news = Enumerable.Range(0, 80).Select(n => Settings.News(Settings.Alert("orange", $"A{n + 10_000_000}"))).ToArray();
        var fit = _message.Fit(news);
        Assert.InRange(fit, 15, 79);
        var text = JsonElement.Parse(_message.Write(new Notice(news[..fit], "汇总", ["一", "二"]), Target).Span).GetProperty("markdown").GetProperty("text").GetString()!;
        Assert.All(news[..fit], item => Assert.Contains(item.Alert.Id, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "Sent")]
    [InlineData(130101, "RetryAfter")]
    [InlineData(410100, "RetryAfter")]
    [InlineData(-1, "RetryAfter")]
    [InlineData(310000, "Final")]
    [InlineData(300001, "Final")]
    [InlineData(40035, "Final")]
    public void The_code_in_a_200_tells_the_outcome(int code, string outcome)
    {
        using var ok = new HttpResponseMessage(HttpStatusCode.OK);
        Assert.Equal(outcome, DingTalkNotifier.Judge(ok, $$"""{"errcode":{{code}},"errmsg":"…"}""")?.GetType().Name);
    }
}
