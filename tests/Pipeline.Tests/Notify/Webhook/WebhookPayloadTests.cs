using System.Text.Json;
using CsCheck;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Webhook;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Webhook;

public sealed class WebhookPayloadTests
{
    private static readonly NotifyTarget Target = Settings.To("zjj", mayAct: true, NotifyWay.Webhook);
    private readonly WebhookPayload _payload = new(Settings.Sheets(), Settings.Clocks, new Names());

    [Fact]
    public void The_json_tells_the_news_the_alert_and_the_links()
    {
        var root = Parse(Settings.Notice());
        Assert.Equal(("zjj", "区住房城乡建设局"), (root.GetProperty("to").GetProperty("code").GetString(), root.GetProperty("to").GetProperty("name").GetString()));
        Assert.Equal(0, root.GetProperty("omitted").GetInt32());
        var news = Assert.Single(root.GetProperty("news").EnumerateArray());
        Assert.Equal("opened", news.GetProperty("reason").GetString());
        var alert = news.GetProperty("alert");
        Assert.Equal(("A12345678", "red", "open"), (alert.GetProperty("id").GetString(), alert.GetProperty("level").GetString(), alert.GetProperty("state").GetString()));
        Assert.Equal(["acknowledge", "opinion.response"], alert.GetProperty("deadlines").EnumerateArray().Select(deadline => deadline.GetProperty("clock").GetString()));
        Assert.Equal(["ack", "return", "page"], news.GetProperty("links").EnumerateObject().Select(link => link.Name));
    }

    [Fact]
    public void The_id_is_the_same_for_every_try_and_another_for_other_news()
    {
        string IdOf(Notice notice, DateTimeOffset at) => JsonElement.Parse(_payload.Write(notice, Target, at).Span).GetProperty("id").GetString()!;
        Assert.Equal(IdOf(Settings.Notice(), Sample.Noon), IdOf(Settings.Notice(), Sample.Noon.AddHours(1)));
        Assert.NotEqual(IdOf(Settings.Notice(), Sample.Noon), IdOf(Settings.Notice(Settings.News(reason: "raised-red")), Sample.Noon));
    }

    [Fact]
    public void Whatever_citizens_write_the_json_is_valid_and_within_its_bytes() =>
        Gen.Select(Hostile.Text, Hostile.Text, Hostile.Text, Hostile.Text.Array[0, 40], Gen.Int[1, 60]).Sample((title, excerpt, place, codes, count) =>
        {
            var alert = Settings.Alert() with { Title = title, Excerpt = excerpt, Place = place, Support = codes };
            var notice = Settings.Notice([.. Enumerable.Repeat(Settings.News(alert), count)]);
            var body = _payload.Write(notice, Target, Sample.Noon);
            Assert.InRange(body.Length, 1, WebhookPayload.Budget);
            var root = JsonElement.Parse(body.Span);
            Assert.Equal(count, root.GetProperty("news").GetArrayLength() + root.GetProperty("omitted").GetInt32());
            Assert.InRange(root.GetProperty("news").GetArrayLength(), Math.Min(count, _payload.Fit(notice.News)), count);
        }, iter: 200);

    private JsonElement Parse(Notice notice) => JsonElement.Parse(_payload.Write(notice, Target, Sample.Noon).Span);
}
