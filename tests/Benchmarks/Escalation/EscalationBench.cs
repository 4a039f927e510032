using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Benchmarks.Checks;
using SentimentWatch.Pipeline;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.Benchmarks.Escalation;

/// <summary>The product's own services on a virtual clock, with alerts to open and to close.</summary>
internal sealed class EscalationBench
{
    private readonly FakeTimeProvider _time;
    private readonly ServiceProvider _services;
    private IReadOnlyList<Alert> _opened = [];

    public EscalationBench(Bench bench, FakeTimeProvider time)
    {
        _time = time;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(bench.Settings.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value)))
            .Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddSentimentWatch(configuration)
            .AddSingleton<TimeProvider>(time)
            .BuildServiceProvider();
    }

    public TransactionCounter Counter => _services.GetRequiredService<TransactionCounter>();

    public EscalationRun Timer => _services.GetRequiredService<EscalationRun>();

    /// <summary>Opens red alerts of different matters; they are reminded after half of 15 minutes.</summary>
    public async Task OpenAsync(int count, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var part = new PartContext($"b{now.UtcTicks}", 0, now, Replayed: false);
        var records = Enumerable.Range(0, count).Select(n => Judged(string.Create(CultureInfo.InvariantCulture, $"{now.UtcTicks}-{n}"), now)).ToList();
        await _services.GetRequiredService<AlertDesk>().HandleAsync(records, part, cancellationToken);
        var page = await _services.GetRequiredService<IAlertStore>().QueryAsync(new AlertQuery(From: now, PageSize: 1_000), cancellationToken);
        _opened = page.Items;
    }

    /// <summary>Closes what was opened, so that it does not come due later.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        var actions = _services.GetRequiredService<AlertActions>();
        await Parallel.ForEachAsync(_opened, cancellationToken, async (alert, token) =>
            await actions.ApplyAsync(alert.Id, AlertActors.Admin, AlertStep.FalseAlarm, "admin via bench", "压测", token));
        await _services.DisposeAsync();
    }

    private static JudgedRecord Judged(string id, DateTimeOffset received)
    {
        var record = new CitizenRecord { Channel = "hotline", SourceId = id, ReceivedAt = received, Body = $"{WordOf(id)}楼道里燃气味很大" };
        return new JudgedRecord(record, new Verdict(
            record.Channel,
            id,
            new SentimentVerdict("negative", 0.9f, 0.1f, 0),
            new TopicVerdict("城乡建设", 0.9f, []),
            new UrgencyVerdict("emergency", 0.9f, "gas-leak", ["燃气味"]),
            new RoutingDecision("zjj", [], "housing", "燃气安全由住建部门主管。", []),
            false,
            [],
            "bench"));
    }

    // Matters without a place are told apart by their words alone; numbers do not count.
    private static string WordOf(string id) => string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(id)).Take(8).Select(part => (char)(0x4E00 + part)));
}
