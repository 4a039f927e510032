using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.SelfHost.Engine;

namespace SentimentWatch.EndToEnd.Tests.Host;

/// <summary>host.json's queue rules on a real Azurite: retry after visibilityTimeout, poison after maxDequeueCount, base64, pools.</summary>
public sealed class QueueRulesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly HostSettings Rules = new()
    {
        BatchSize = 4,
        NewBatchThreshold = 2,
        MaxDequeueCount = 2,
        VisibilityTimeout = TimeSpan.FromSeconds(1),
        MaxPollingInterval = TimeSpan.FromMilliseconds(200),
    };

    private readonly SampleLog _log = new();
    private readonly QueueBells _bells = new();
    private readonly CancellationTokenSource _stop = new();
    private StorageClients _storage = null!;
    private TriggerEngine _engine = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _storage = await azurite.NewStorageAsync();
        _services = new ServiceCollection().AddSingleton(_log).BuildServiceProvider();
        _engine = new TriggerEngine(
            new FunctionCatalog(typeof(SampleFunctions).Assembly), Rules, new EngineOptions { Timers = false, RecordsParallel = 1 },
            new ConfigurationBuilder().Build(), _storage, new FunctionInvoker(_services.GetRequiredService<IServiceScopeFactory>()),
            _bells, TimeProvider.System, NullLogger<TriggerEngine>.Instance);
    }

    [Fact]
    public async Task A_message_is_worked_once_and_removed()
    {
        await SendAsync(StorageNames.NotifyQueue, "good");
        await _engine.StartAsync(Ct);
        await ArrivedAsync(1);
        await _engine.StopAsync(Ct);
        Assert.Equal([("notify", "good", 1L)], _log.Seen);
        Assert.Equal(0, await CountAsync(StorageNames.NotifyQueue));
    }

    [Fact]
    public async Task A_failed_message_is_hidden_for_the_visibility_timeout_and_tried_again()
    {
        await SendAsync(StorageNames.NotifyQueue, "once");
        await _engine.StartAsync(Ct);
        await ArrivedAsync(1);
        await ArrivedAsync(1);
        await _engine.StopAsync(Ct);
        Assert.Equal([("notify", "once", 1L), ("notify", "once", 2L)], _log.Seen);
    }

    [Fact]
    public async Task A_message_that_fails_max_dequeue_count_times_goes_to_the_poison_queue()
    {
        await SendAsync(StorageNames.NotifyQueue, "bad");
        await _engine.StartAsync(Ct);
        await ArrivedAsync(3);
        await _engine.StopAsync(Ct);
        Assert.Equal([("notify", "bad", 1L), ("notify", "bad", 2L), ("notify-poison", "bad", 1L)], _log.Seen);
        Assert.Equal(0, await CountAsync(StorageNames.NotifyQueue));
    }

    [Fact]
    public async Task A_message_that_is_not_base64_goes_to_the_poison_queue_unworked_and_its_neighbours_are_worked()
    {
        await _storage.RawQueue(StorageNames.NotifyQueue).SendMessageAsync("{not base64}", Ct);
        await SendAsync(StorageNames.NotifyQueue, "neighbour");
        await _engine.StartAsync(Ct);
        await ArrivedAsync(2);
        await _engine.StopAsync(Ct);
        Assert.Equal(["neighbour", "{not base64}"], _log.Seen.Select(s => s.Body).Order(StringComparer.Ordinal));
        Assert.Contains(_log.Seen, s => s.Queue == "notify-poison" && s.Body == "{not base64}");
    }

    [Fact]
    public async Task A_bell_wakes_the_listener_and_urgent_records_pass_a_full_pool_of_ordinary_ones()
    {
        for (var n = 0; n < 3; n++)
        {
            await SendAsync(StorageNames.RecordsQueue, "slow");
        }

        await _engine.StartAsync(Ct);
        await ArrivedAsync(1);
        await SendAsync(StorageNames.UrgentQueue, "gas leak");
        _bells.Ring(StorageNames.UrgentQueue);
        await ArrivedAsync(1);
        Assert.Equal(["slow", "gas leak"], _log.Seen.Select(s => s.Body));
        Assert.False(_engine.IsIdle(StorageNames.RecordsQueue));
        _log.Gate.SetResult();
        await ArrivedAsync(2);
        await _engine.StopAsync(Ct);
    }

    [Fact]
    public async Task Stopping_gives_unfinished_messages_back_at_once()
    {
        await SendAsync(StorageNames.RecordsQueue, "slow");
        await SendAsync(StorageNames.RecordsQueue, "slow");
        await _engine.StartAsync(Ct);
        await ArrivedAsync(1);
        await _engine.StopAsync(Ct);
        var back = await _storage.Queue(StorageNames.RecordsQueue).ReceiveMessagesAsync(8, TimeSpan.FromMinutes(1), Ct);
        Assert.Equal(2, back.Value.Length);
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.StopAsync(CancellationToken.None);
        _engine.Dispose();
        await _services.DisposeAsync();
        _stop.Dispose();
    }

    private async Task SendAsync(string queue, string text) => await _storage.Queue(queue).SendMessageAsync(text, Ct);

    private async Task ArrivedAsync(int count)
    {
        for (var n = 0; n < count; n++)
        {
            Assert.True(await _log.Arrived.WaitAsync(TimeSpan.FromSeconds(60), Ct), $"Only saw {string.Join(", ", _log.Seen)}.");
        }
    }

    private async Task<int> CountAsync(string queue) =>
        (await _storage.Queue(queue).GetPropertiesAsync(Ct)).Value.ApproximateMessagesCount;
}
