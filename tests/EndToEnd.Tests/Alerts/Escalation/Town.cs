using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.EndToEnd.Tests.Notify;
using SentimentWatch.Pipeline;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Alerts;

/// <summary>The whole product of the shipped district on a virtual clock and a real emulator; some units and both offices have a receiver each.</summary>
internal sealed class Town : IAsyncDisposable
{
    // Every host lays messages for a few seconds aside; no more may be left after that.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private readonly ServiceProvider _services;

    private Town(ServiceProvider services, FakeTimeProvider time, IReadOnlyDictionary<string, Receiver> receivers) =>
        (_services, Time, Receivers) = (services, time, receivers);

    public FakeTimeProvider Time { get; }

    /// <summary>By unit code.</summary>
    public IReadOnlyDictionary<string, Receiver> Receivers { get; }

    public IAlertStore Store => Get<IAlertStore>();

    public static async Task<Town> OpenAsync(AzuriteFixture azurite, DateTimeOffset now, params string[] units)
    {
        var receivers = new Dictionary<string, Receiver>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            receivers[unit] = await Receiver.StartAsync();
        }

        var configuration = azurite.NewConfiguration(
            [.. receivers.Select(pair => ($"SentimentWatch:Notify:Teams:{pair.Key}:Url", (string?)pair.Value.Url))]);
        var time = new FakeTimeProvider(now);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSentimentWatch(configuration)
            .AddSingleton<TimeProvider>(time)
            .BuildServiceProvider();
        await services.GetRequiredService<StorageClients>().CreateAllAsync(TestContext.Current.CancellationToken);
        return new Town(services, time, receivers);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Works off the queue of notifications, also what comes a little later.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        // The queue counts real seconds, the product this clock's: none of its messages may come too early.
        Time.Advance(Quiet);
        var queue = Get<StorageClients>().Queue(StorageNames.NotifyQueue);
        while ((await queue.PeekMessagesAsync(1, cancellationToken)).Value.Length > 0 || await HidesMessagesAsync(queue, cancellationToken))
        {
            foreach (var message in (await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1), cancellationToken)).Value)
            {
                await Get<NotifyProcessor>().ProcessAsync(message.Body.ToString(), (int)message.DequeueCount, cancellationToken);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
            }
        }
    }

    public static JudgedRecord Judged(string id, string lead, string words, DateTimeOffset received)
    {
        var record = new CitizenRecord { Channel = "hotline", SourceId = id, ReceivedAt = received, Body = words };
        return new JudgedRecord(record, new Verdict(
            record.Channel,
            id,
            new SentimentVerdict("negative", 0.9f, 0.1f, 0),
            new TopicVerdict("城乡建设", 0.9f, []),
            new UrgencyVerdict("emergency", 0.9f, "gas-leak", ["燃气味"]),
            new RoutingDecision(lead, [], "housing", "燃气安全由住建部门主管。", []),
            false,
            [],
            "test"));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        foreach (var receiver in Receivers.Values)
        {
            await receiver.DisposeAsync();
        }
    }

    private async Task<bool> HidesMessagesAsync(Azure.Storage.Queues.QueueClient queue, CancellationToken cancellationToken)
    {
        if ((await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount == 0)
        {
            return false;
        }

        // Laid aside by a real clock; the product's own clock goes on too.
        await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        Time.Advance(Quiet);
        return true;
    }
}
