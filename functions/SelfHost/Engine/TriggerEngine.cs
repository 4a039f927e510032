using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.SelfHost.Engine;

/// <summary>Which functions the engine drives, and how wide.</summary>
public sealed record EngineOptions
{
    /// <summary>False: only the queues are worked (<c>import</c>).</summary>
    public bool Timers { get; init; } = true;

    /// <summary>Batches of ordinary records judged at once; they compute, so one core is left to alerts.</summary>
    public int RecordsParallel { get; init; } = Math.Clamp(Environment.ProcessorCount - 1, 1, 4);

    /// <summary>Pause between two looks into a queue that only this process fills, and so rings for; null keeps to host.json.</summary>
    public TimeSpan? Pause { get; init; }
}

/// <summary>Drives the queue and timer functions for as long as the host runs.</summary>
public sealed class TriggerEngine(
    FunctionCatalog catalog,
    HostSettings settings,
    EngineOptions options,
    IConfiguration configuration,
    StorageClients storage,
    FunctionInvoker invoker,
    QueueBells bells,
    TimeProvider time,
    ILogger<TriggerEngine> logger) : BackgroundService
{
    private static readonly TimeSpan PoisonPause = TimeSpan.FromSeconds(30);
    private QueueListener[] _queues = [];

    /// <summary>Names of the functions that this engine runs.</summary>
    public IReadOnlyList<string> Driven { get; private set; } = [];

    /// <summary>True when the named queues hold nothing that this host knows of and nothing of them is in hand.</summary>
    public bool IsIdle(params IReadOnlyList<string> queues) => _queues.Where(q => queues.Contains(q.Queue)).All(q => q.IsIdle);

    /// <summary>Messages of the queue that this host has settled since its start.</summary>
    public int SettledOf(string queue) => _queues.Where(q => q.Queue == queue).Sum(q => q.Settled);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var queues = catalog.Of<QueueTriggerAttribute>()
            .Select(f => (f.Function, Work: new QueueListener(
                f.Function, f.Trigger.QueueName, PlanOf(f.Trigger.QueueName), settings, storage, invoker, bells, time, logger)))
            .ToArray();
        var timers = options.Timers
            ? catalog.Of<TimerTriggerAttribute>()
                .Select(f => (f.Function, Work: new TimerRunner(f.Function, Resolve(f.Trigger.Schedule), f.Trigger.RunOnStartup, invoker, time, logger)))
                .ToArray()
            : [];
        _queues = [.. queues.Select(q => q.Work)];
        Driven = [.. queues.Select(q => q.Function.Name), .. timers.Select(t => t.Function.Name)];
        EngineLog.Driving(logger, Driven.Count, queues.Length, timers.Length, catalog.Of<HttpTriggerAttribute>().Count());
        return Task.WhenAll(
            queues.Select(q => Task.Run(() => q.Work.RunAsync(stoppingToken), CancellationToken.None))
                .Concat(timers.Select(t => Task.Run(() => t.Work.RunAsync(stoppingToken), CancellationToken.None))));
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var queue in _queues)
        {
            queue.Dispose();
        }

        base.Dispose();
    }

    private QueuePlan PlanOf(string queue)
    {
        // Poison queues are filled by this engine, which rings; looking often would only cost transactions.
        var poison = queue.EndsWith(StorageNames.PoisonSuffix, StringComparison.Ordinal);
        return QueuePlan.From(
            settings,
            queue == StorageNames.RecordsQueue ? options.RecordsParallel : null,
            poison ? PoisonPause : options.Pause);
    }

    private string Resolve(string schedule) =>
        schedule.Length > 2 && schedule[0] == '%' && schedule[^1] == '%'
            ? configuration[schedule[1..^1]] ?? throw new UserErrorException($"The schedule setting {schedule[1..^1]} is not set: set it to an NCrontab expression of six fields.")
            : schedule;
}
