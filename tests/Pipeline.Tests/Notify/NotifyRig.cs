using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Limits;
using SentimentWatch.Pipeline.Notify.Silences;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify;

/// <summary>The whole of notifying over a storage, a queue and receivers in memory, on a clock that is set by hand. Several instances may share one.</summary>
internal sealed class NotifyRig : INotifyLog, INotifyQueue, ISilenceStore
{
    private readonly List<(DateTimeOffset At, string Body, int Count)> _messages = [];
    private readonly Dictionary<(string Alert, string Reason, string Target), NotifyDecision> _log = [];
    private readonly List<NotifyProcessor> _instances = [];
    private readonly IConfiguration _settings;

    public NotifyRig(int instances = 1, JsonElement rules = default, params (string Key, string? Value)[] settings)
    {
        _settings = Settings.Of(settings.Length > 0 ? settings :
        [
            ("SentimentWatch:Notify:Teams:zjj:Url", "https://a.example"),
            ("SentimentWatch:Notify:Teams:wxb:Url", "https://w.example"),
            ("SentimentWatch:Notify:Teams:default:Url", "https://d.example"),
        ]);
        Rules = NotifyRules.FromJson(rules);
        for (var number = 0; number < instances; number++)
        {
            _instances.Add(NewInstance());
        }
    }

    public FakeTimeProvider Time { get; } = new(Sample.Noon);

    public MemoryChannels Channels { get; } = new();

    public NotifyRules Rules { get; }

    public List<Silence> Silences { get; } = [];

    /// <summary>Everything that was offered to a receiver, and what it answered.</summary>
    public List<(DateTimeOffset At, NotifyTarget Target, Notice Notice, NotifyResult Result)> Offers { get; } = [];

    /// <summary>What the receivers answer; sent when it is silent.</summary>
    public Func<NotifyTarget, Notice, NotifyResult?> Answer { get; set; } = (_, _) => null;

    public IReadOnlyCollection<NotifyDecision> Log => _log.Values;

    public int LogReads { get; private set; }

    public IReadOnlyList<(DateTimeOffset At, string Body, int Count)> Messages => _messages;

    /// <summary>An alert that only its lead unit has to act on.</summary>
    public static Alert Alert(string level = "red", string id = "A12345678") => Settings.Alert(level, id) with { Support = [] };

    public static Announcement News(Alert? alert = null, string reason = "opened") => Settings.News(alert ?? Alert(), reason);

    public IEnumerable<string> SentTo(string name) => Offers.Where(offer => offer.Result is NotifyResult.Sent && offer.Target.Name == name).SelectMany(offer => IdsIn(offer.Notice));

    public static IEnumerable<string> IdsIn(Notice notice) =>
        notice.News.Select(news => news.Alert.Id).Concat((notice.Lines ?? []).SelectMany(line => line.Split(' ').Where(word => word is ['A', .. var rest]).Select(word => word.Split('（')[0])));

    public string Outcome(string alert, string target) => _log.TryGetValue((alert, "opened", target), out var row) ? row.Outcome : $"none, but {string.Join("; ", _log.Values.Select(other => $"{other.Key.Target} {other.Outcome} {other.Why}"))}";

    /// <summary>One message handled by one instance, as the queue would hand it over.</summary>
    public Task ProcessAsync(NotifyMessage message, int dequeueCount = 1, int instance = 0) =>
        RunAsync(_instances[instance].ProcessAsync(JsonSerializer.Serialize(message, NotifyJson.Plain.NotifyMessage), dequeueCount, CancellationToken.None));

    public Task ProcessRawAsync(string body) => RunAsync(_instances[0].ProcessAsync(body, 1, CancellationToken.None));

    public Task SweepAsync() => RunAsync(_instances[0].SweepAsync(CancellationToken.None));

    /// <summary>Lets the clock run and the queue be worked until nothing is left in it. <paramref name="chance"/> may let a message come again.</summary>
    public async Task DrainAsync(Random? chance = null)
    {
        for (var steps = 0; _messages.Count > 0; steps++)
        {
            Assert.True(steps < 10_000, "The queue never gets empty.");
            var next = _messages.MinBy(message => message.At);
            _messages.Remove(next);
            if (next.At > Time.GetUtcNow())
            {
                Time.SetUtcNow(next.At);
            }

            if (chance?.Next(8) == 0)
            {
                _messages.Add((next.At.AddSeconds(chance.Next(40)), next.Body, next.Count + 1));
            }

            try
            {
                await RunAsync(_instances[chance?.Next(_instances.Count) ?? 0].ProcessAsync(next.Body, next.Count, CancellationToken.None));
            }
            catch (IOException)
            {
                // Storage failed: the queue hands the message over again.
                _messages.Add((Time.GetUtcNow().AddSeconds(30), next.Body, next.Count + 1));
            }
        }
    }

    public Task EnqueueAsync(NotifyMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        Channels.Fail();
        _messages.Add((Time.GetUtcNow() + delay, JsonSerializer.Serialize(message, NotifyJson.Plain.NotifyMessage), 1));
        return Task.CompletedTask;
    }

    public void LoseMessages() => _messages.Clear();

    public Task<IReadOnlyList<NotifyDecision>> ReadAsync(IReadOnlyList<NotifyKey> keys, CancellationToken cancellationToken)
    {
        Channels.Fail();
        LogReads++;
        return Task.FromResult<IReadOnlyList<NotifyDecision>>([.. _log.Values.Where(row => keys.Any(key => key.AlertId == row.Key.AlertId))]);
    }

    public Task WriteAsync(IReadOnlyList<NotifyDecision> decisions, CancellationToken cancellationToken)
    {
        foreach (var decision in decisions)
        {
            _log[(decision.Key.AlertId, decision.Key.Reason, decision.Key.Target)] = decision;
        }

        return Task.CompletedTask;
    }

    Task<IReadOnlyList<Silence>> ISilenceStore.ListAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Silence>>([.. Silences.Where(silence => silence.Until > now)]);

    Task ISilenceStore.AddAsync(Silence silence, CancellationToken cancellationToken)
    {
        Silences.Add(silence);
        return Task.CompletedTask;
    }

    Task<bool> ISilenceStore.RemoveAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Silences.RemoveAll(silence => silence.Id == id) > 0);

    /// <summary>A summarizer that shares everything with the instances.</summary>
    public async Task SummarizeAsync(string heading, params Announcement[] news)
    {
        var parts = Parts();
        await RunAsync(new Summarizer(parts.Router, parts.Dispatcher, parts.Gate, this, parts.Settled, Time).SummarizeAsync(heading, news, CancellationToken.None));
    }

    public SilenceDesk SilenceDesk() => new(this, new SilenceBook(this, Time), new Names(), Time);

    private NotifyProcessor NewInstance()
    {
        var parts = Parts();
        var book = new SilenceBook(this, Time);
        var flusher = new Flusher(parts.Bundler, parts.Courier, parts.Gate, parts.Dispatcher, parts.Dead, book, parts.Settled, this, this, Rules, Time);
        return new NotifyProcessor(parts.Router, parts.Settled, book, parts.Dispatcher, flusher, this, Channels, this, Time, NullLogger<NotifyProcessor>.Instance);
    }

    private (NewsRouter Router, SettledNews Settled, Dispatcher Dispatcher, ChannelGate Gate, Bundler Bundler, Courier Courier, DeadTargets Dead) Parts()
    {
        var targets = NotifyTargets.Read(_settings);
        var notifiers = new NotifierSet([.. new[] { "teams", "wecom", "dingtalk", "webhook", "console" }.Select(way => new Recorder(this, way))]);
        var gate = new ChannelGate(Channels, this, Rules, Time);
        var bundler = new Bundler(notifiers, new NewsLine(new Names(), new ClockWords(new ClockNames([]))));
        var courier = new Courier(notifiers, gate, this, Time, NullLogger<Courier>.Instance);
        var dead = new DeadTargets(gate, targets, notifiers, new AlertRules(), new Names(), this, Time, NullLogger<DeadTargets>.Instance);
        var dispatcher = new Dispatcher(new Splitter(Rules), bundler, courier, gate, dead, targets, Rules, this, Time);
        return (new NewsRouter(targets, new AlertRules(), new Names()), new SettledNews(this, targets), dispatcher, gate, bundler, courier, dead);
    }

    // What waits for a permit waits on the clock that is set by hand.
    private async Task RunAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        await work;
    }

    private sealed class Recorder(NotifyRig rig, string way) : INotifier
    {
        public string Way => way;

        public int LineBudget => 3_000;

        public int Fit(IReadOnlyList<Announcement> news) => Math.Min(10, news.Count);

        public Task<NotifyResult> SendAsync(NotifyTarget target, Notice notice, CancellationToken cancellationToken)
        {
            var result = rig.Answer(target, notice) ?? new NotifyResult.Sent("202");
            rig.Offers.Add((rig.Time.GetUtcNow(), target, notice, result));
            return Task.FromResult(result);
        }
    }
}
