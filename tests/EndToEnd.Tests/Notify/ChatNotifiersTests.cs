using System.Globalization;
using System.Text;
using System.Web;
using Microsoft.AspNetCore.Http;
using SentimentWatch.EndToEnd.Tests.Alerts;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Http;
using SentimentWatch.Pipeline.Notify.Webhook;

namespace SentimentWatch.EndToEnd.Tests.Notify;

/// <summary>企业微信, 钉钉 and the signed webhook, as a receiver on the wire sees them.</summary>
public sealed class ChatNotifiersTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Signer = "SEC-of-the-tests";

    private Receiver _receiver = null!;
    private AlertRoom _room = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.StartAsync();
        _room = await AlertRoom.OpenAsync(
            azurite.NewConfiguration(
                ("SentimentWatch:Notify:WeCom:zjj:Url", _receiver.Url),
                ("SentimentWatch:Notify:DingTalk:zjj:Url", _receiver.Url),
                ("SentimentWatch:Notify:DingTalk:zjj:Secret", Signer),
                ("SentimentWatch:Notify:Webhook:zjj:Url", _receiver.Url),
                ("SentimentWatch:Notify:Webhook:zjj:Secret", Signer)),
            new WebhookTimings { FirstPause = TimeSpan.FromMilliseconds(10) });
    }

    public async ValueTask DisposeAsync()
    {
        Assert.DoesNotContain(_room.Lines.All, line => line.Contains(Receiver.Secret, StringComparison.Ordinal) || line.Contains(Signer, StringComparison.Ordinal));
        await _room.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Theory]
    [InlineData(NotifyWay.WeCom, 0, "Sent")]
    [InlineData(NotifyWay.WeCom, 45009, "RetryAfter")]
    [InlineData(NotifyWay.WeCom, 93000, "Final")]
    [InlineData(NotifyWay.DingTalk, 0, "Sent")]
    [InlineData(NotifyWay.DingTalk, 130101, "RetryAfter")]
    [InlineData(NotifyWay.DingTalk, 310000, "Final")]
    public async Task A_chats_code_in_a_200_decides(string way, int code, string outcome)
    {
        _receiver.Answers.Enqueue(context => context.Response.WriteAsync($$"""{"errcode":{{code}},"errmsg":"…"}"""));
        Assert.Equal(outcome, (await SendAsync(way)).GetType().Name);
        Assert.Contains("\"msgtype\":\"markdown\"", Assert.Single(_receiver.Bodies), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_answers_without_a_code_is_tried_again() => Assert.IsType<NotifyResult.RetryAfter>(await SendAsync(NotifyWay.WeCom));

    [Fact]
    public async Task DingTalks_address_is_signed_for_the_time_of_sending()
    {
        var query = "";
        _receiver.Answers.Enqueue(context =>
        {
            query = context.Request.QueryString.Value!;
            return context.Response.WriteAsync("""{"errcode":0}""");
        });
        await SendAsync(NotifyWay.DingTalk);
        var fields = HttpUtility.ParseQueryString(query);
        var sent = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(fields["timestamp"]!, CultureInfo.InvariantCulture));
        Assert.InRange(sent, AlertRoom.Now.AddMinutes(-5), AlertRoom.Now.AddMinutes(5));
        Assert.Equal((Receiver.Secret, 32), (fields["sig"], Convert.FromBase64String(fields["sign"]!).Length));
    }

    [Fact]
    public async Task The_webhooks_signature_verifies_on_the_bytes_that_came()
    {
        var (timestamp, signature) = ("", "");
        _receiver.Answers.Enqueue(context =>
        {
            (timestamp, signature) = (context.Request.Headers["X-SentimentWatch-Timestamp"].ToString(), context.Request.Headers["X-SentimentWatch-Signature"].ToString());
            return Task.CompletedTask;
        });
        Assert.IsType<NotifyResult.Sent>(await SendAsync(NotifyWay.Webhook));
        var body = Encoding.UTF8.GetBytes(Assert.Single(_receiver.Bodies));
        Assert.Equal(WebhookSignature.Sign(Signer, timestamp, body), signature);
        Assert.NotEqual(WebhookSignature.Sign(Signer, timestamp, [.. body, (byte)' ']), signature);
    }

    private Task<NotifyResult> SendAsync(string way)
    {
        var alert = new Alert
        {
            Id = "A12345678",
            Unit = "zjj",
            Level = "red",
            Title = "洪楼广场 · 燃气泄漏",
            DayStart = AlertRoom.Now,
            OpenedAt = AlertRoom.Now,
            AcknowledgeBy = AlertRoom.Now.AddMinutes(15),
        };
        return _room.Get<IEnumerable<INotifier>>().Single(notifier => notifier.Way == way).SendAsync(
            new NotifyTarget("zjj", way, "zjj", MayAct: true), new Notice([new Announcement("opened", AlertRoom.Now, alert)]), TestContext.Current.CancellationToken);
    }
}
