using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Http;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Alerts;

/// <summary>The rooms of alerts and notifications on an account of their own, with a roster of a few invented names.</summary>
internal sealed class AlertRoom : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private AlertRoom(ServiceProvider services) => _services = services;

    public IAlertStore Store => _services.GetRequiredService<IAlertStore>();

    public AlertDesk Desk => _services.GetRequiredService<AlertDesk>();

    public AlertActions Actions => _services.GetRequiredService<AlertActions>();

    public StorageClients Clients => _services.GetRequiredService<StorageClients>();

    public LogLines Lines => _services.GetRequiredService<LogLines>();

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static async Task<AlertRoom> OpenAsync(IConfiguration configuration, WebhookTimings? timings = null, NotifyRules? rules = null)
    {
        var lines = new LogLines();
        var services = new ServiceCollection()
            .AddSingleton(configuration)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(lines)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines))
            .AddSingleton<TransactionCounter>()
            .AddSingleton<StorageClients>()
            .AddSingleton<IQueueBell, SilentBell>()
            .AddSingleton<IUnitNames, Names>()
            .AddSingleton(new AlertRules())
            .AddSingleton<ILegalClocks, NoLegalClocks>()
            .AddSingleton(new ClockNames([]))
            .AddSingleton(timings ?? new WebhookTimings())
            .AddSingleton(rules ?? new NotifyRules())
            .AddAlerts()
            .AddNotify(configuration)
            .AddAlertStorage()
            .BuildServiceProvider();
        await services.GetRequiredService<StorageClients>().CreateAllAsync(TestContext.Current.CancellationToken);
        return new AlertRoom(services);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public static PartContext Part(int number = 0) => new("b1", number, Now, Replayed: false);

    public static JudgedRecord Judged(string id, string place = "洪楼广场", string lead = "zjj", string level = "emergency", string body = "洪楼广场东侧燃气味很大")
    {
        var record = new CitizenRecord { Channel = "hotline", SourceId = id, ReceivedAt = Now.AddMinutes(-1), Body = body };
        return new JudgedRecord(record, new Verdict(
            "hotline",
            id,
            new SentimentVerdict("negative", 0.9f, 0.1f, 0),
            new TopicVerdict("城乡建设", 0.9f, []),
            new UrgencyVerdict(level, 0.9f, "gas-leak", ["燃气味"]),
            new RoutingDecision(lead, ["honglou"], "housing", "燃气安全由住建部门主管。", [], new PlaceMatch("honglou", place, "landmark")),
            false,
            [],
            "test"));
    }

    private sealed class Names : IUnitNames
    {
        public string NameOf(string code) => $"{code}（示例单位）";

        public string? ParentOf(string code) => null;

        public bool IsKnown(string code) => true;
    }
}
