using SentimentWatch.EndToEnd.Tests.Alerts;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Http;

namespace SentimentWatch.EndToEnd.Tests.Notify;

public sealed class TeamsNotifierTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly NotifyTarget Target = new("zjj", "teams", "zjj", MayAct: true);

    private Receiver _receiver = null!;
    private AlertRoom _room = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.StartAsync();
        _room = await AlertRoom.OpenAsync(
            azurite.NewConfiguration(("SentimentWatch:Notify:Teams:zjj:Url", _receiver.Url)),
            new WebhookTimings { Attempt = TimeSpan.FromSeconds(1), LongestAttempt = TimeSpan.FromSeconds(2), Total = TimeSpan.FromSeconds(20), FirstPause = TimeSpan.FromMilliseconds(10), Break = TimeSpan.FromMinutes(1) });
    }

    public async ValueTask DisposeAsync()
    {
        Assert.DoesNotContain(_room.Lines.All, line => line.Contains(Receiver.Secret, StringComparison.Ordinal));
        await _room.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Any_2xx_is_sent()
    {
        Assert.IsType<NotifyResult.Sent>(await SendAsync());
        Assert.StartsWith("{\"type\":\"message\",\"attachments\":[", Assert.Single(_receiver.Bodies), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_failure_is_tried_again_at_once()
    {
        _receiver.Answer(500);
        _receiver.Answer(429, "0");
        Assert.IsType<NotifyResult.Sent>(await SendAsync());
        Assert.Equal(3, _receiver.Bodies.Count);
        Assert.Single(_receiver.Bodies.Distinct());
    }

    [Fact]
    public async Task A_receiver_that_asks_for_a_pause_gets_it_without_more_tries()
    {
        _receiver.Answer(429, "77", times: 3);
        Assert.Equal(77, Assert.IsType<NotifyResult.RetryAfter>(await SendAsync()).Delay.TotalSeconds);
        Assert.Single(_receiver.Bodies);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(302)]
    public async Task What_no_repetition_changes_is_final_at_once(int status)
    {
        _receiver.Answer(status, times: 3);
        var result = Assert.IsType<NotifyResult.Final>(await SendAsync());
        Assert.Contains($"{status}", result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(Receiver.Secret, result.Reason, StringComparison.Ordinal);
        Assert.Single(_receiver.Bodies);
    }

    [Fact]
    public async Task A_receiver_that_hangs_is_left_after_its_time()
    {
        _receiver.Hang();
        _receiver.Hang();
        _receiver.Hang();
        Assert.Contains("超时", Assert.IsType<NotifyResult.RetryAfter>(await SendAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_keeps_failing_is_left_alone()
    {
        _receiver.Answer(500, times: 20);
        var last = "";
        for (var n = 0; n < 10 && !last.Contains("暂停", StringComparison.Ordinal); n++)
        {
            last = Assert.IsType<NotifyResult.RetryAfter>(await SendAsync()).Reason;
        }

        Assert.Contains("暂停", last, StringComparison.Ordinal);
        var tried = _receiver.Bodies.Count;
        Assert.True(Assert.IsType<NotifyResult.RetryAfter>(await SendAsync()).Blocks);
        Assert.Equal(tried, _receiver.Bodies.Count);
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_tried_later()
    {
        await _receiver.DisposeAsync();
        var result = Assert.IsType<NotifyResult.RetryAfter>(await SendAsync());
        Assert.DoesNotContain("127.0.0.1", result.Reason, StringComparison.Ordinal);
    }

    private Task<NotifyResult> SendAsync()
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
        return _room.Get<IEnumerable<INotifier>>().Single(notifier => notifier.Way == "teams")
            .SendAsync(Target, new Notice([new Announcement("opened", AlertRoom.Now, alert)]), TestContext.Current.CancellationToken);
    }
}
