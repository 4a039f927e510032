using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify;

public sealed class NotifyProcessorTests : INotifyLog, INotifyQueue
{
    private readonly FakeTimeProvider _time = new(Sample.Noon);
    private readonly List<NotifyDecision> _log = [];
    private readonly List<(NotifyMessage Message, TimeSpan Delay)> _queue = [];
    private readonly List<(string Target, string[] Alerts)> _sent = [];
    private readonly Dictionary<string, NotifyResult> _answers = [];
    private int _reads;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_delivery_sends_at_once_and_logs_why()
    {
        await ProcessAsync(new NotifyMessage([Settings.News()]));
        Assert.Equal(["zjj", "wxb"], _sent.Select(sent => sent.Target));
        Assert.Equal([("zjj", "sent"), ("wxb", "sent")], _log.Select(row => (row.Key.Target, row.Outcome)));
        Assert.Equal(0, _reads);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public async Task A_redelivery_or_recheck_sends_only_what_was_not_sent(int dequeueCount, bool recheck)
    {
        _log.Add(new NotifyDecision(new NotifyKey(Sample.Noon, "A12345678", "opened", "zjj"), NotifyOutcome.Sent, "", Sample.Noon, 1));
        await ProcessAsync(new NotifyMessage([Settings.News()], recheck), dequeueCount);
        Assert.Equal("wxb", Assert.Single(_sent).Target);
    }

    [Fact]
    public async Task A_busy_receiver_gets_the_rest_after_the_time_it_asked_for()
    {
        _answers["zjj"] = new NotifyResult.RetryAfter(TimeSpan.FromSeconds(40), "对方限流");
        await ProcessAsync(new NotifyMessage([Settings.News(), Settings.News(Settings.Alert("yellow", "A2"))]));
        Assert.Equal(["zjj", "wxb"], _sent.Select(sent => sent.Target));
        var (message, delay) = Assert.Single(_queue);
        Assert.Equal(("zjj", 2, 40.0), (message.Target, message.Attempt, delay.TotalSeconds));
        Assert.Equal(["A12345678", "A2"], message.Items.Select(item => item.Alert.Id));
        Assert.Equal(2, _log.Count(row => row.Outcome == NotifyOutcome.Retry));

        _answers.Remove("zjj");
        _sent.Clear();
        await ProcessAsync(message);
        Assert.Equal(["zjj", "zjj"], _sent.Select(sent => sent.Target));
    }

    [Fact]
    public async Task A_webhook_that_is_gone_hands_over_to_the_default_and_then_to_the_console()
    {
        _answers["zjj"] = new NotifyResult.Final("410");
        _answers["default"] = new NotifyResult.Final("404");
        await ProcessAsync(new NotifyMessage([Settings.News(Settings.Alert("yellow"))]));
        Assert.Equal([("zjj", "failed"), ("zjj@teams.default", "failed"), ("zjj@console.console", "sent")], _log.Select(row => (row.Key.Target, row.Outcome)));
    }

    [Fact]
    public async Task A_fallback_that_is_busy_is_tried_again_by_itself()
    {
        _answers["zjj"] = new NotifyResult.Final("410");
        _answers["default"] = new NotifyResult.RetryAfter(TimeSpan.FromSeconds(5), "busy");
        await ProcessAsync(new NotifyMessage([Settings.News(Settings.Alert("yellow"))]));
        _sent.Clear();
        _answers.Remove("default");
        await ProcessAsync(Assert.Single(_queue).Message);
        Assert.Equal("default", Assert.Single(_sent).Target);
    }

    [Fact]
    public async Task After_a_day_of_trying_the_news_falls_to_the_console()
    {
        _answers["zjj"] = _answers["default"] = new NotifyResult.RetryAfter(TimeSpan.FromSeconds(5), "busy");
        _time.Advance(TimeSpan.FromHours(25));
        await ProcessAsync(new NotifyMessage([Settings.News(Settings.Alert("yellow"))]));
        Assert.Empty(_queue);
        Assert.Equal("console", _sent[^1].Target);
    }

    [Fact]
    public async Task In_a_burst_red_alerts_have_their_own_cards_and_the_others_share()
    {
        var news = Enumerable.Range(0, 25).Select(n => Settings.News(Settings.Alert(n < 3 ? "red" : "yellow", $"A{n}"))).ToList();
        await ProcessAsync(new NotifyMessage(news, Target: "zjj"));
        Assert.Equal([1, 1, 1, 10, 10, 2], _sent.Select(sent => sent.Alerts.Length));
        Assert.Equal(25, _log.Count);
    }

    [Fact]
    public async Task A_message_that_is_none_of_ours_is_refused() =>
        await Assert.ThrowsAsync<JsonException>(() => Processor.ProcessAsync("not json", 1, Ct));

    Task<IReadOnlyList<NotifyDecision>> INotifyLog.ReadAsync(IReadOnlyList<NotifyKey> keys, CancellationToken cancellationToken)
    {
        _reads++;
        return Task.FromResult<IReadOnlyList<NotifyDecision>>(_log);
    }

    Task INotifyLog.WriteAsync(IReadOnlyList<NotifyDecision> decisions, CancellationToken cancellationToken)
    {
        _log.AddRange(decisions);
        return Task.CompletedTask;
    }

    Task INotifyQueue.EnqueueAsync(NotifyMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        _queue.Add((message, delay));
        return Task.CompletedTask;
    }

    private NotifyProcessor Processor => new(
        [new Recorder(this, "teams"), new Recorder(this, "console")],
        NotifyTargets.Read(Settings.Of(
            ("SentimentWatch:Notify:Teams:zjj:Url", "https://a.example"),
            ("SentimentWatch:Notify:Teams:wxb:Url", "https://w.example"),
            ("SentimentWatch:Notify:Teams:default:Url", "https://d.example"))),
        new AlertRules(),
        this,
        this,
        _time,
        NullLogger<NotifyProcessor>.Instance);

    private Task ProcessAsync(NotifyMessage message, int dequeueCount = 1) =>
        Processor.ProcessAsync(JsonSerializer.Serialize(message, NotifyJson.Plain.NotifyMessage), dequeueCount, Ct);

    private sealed class Recorder(NotifyProcessorTests test, string name) : INotifier
    {
        public string Way => name;

        public int LineBudget => 1_000;

        public int Fit(IReadOnlyList<Announcement> news) => Math.Min(10, news.Count);

        public Task<NotifyResult> SendAsync(NotifyTarget target, Notice notice, CancellationToken cancellationToken)
        {
            test._sent.Add((target.Name, [.. notice.News.Select(item => item.Alert.Id)]));
            return Task.FromResult(test._answers.GetValueOrDefault(target.Name) ?? new NotifyResult.Sent("202"));
        }
    }
}
