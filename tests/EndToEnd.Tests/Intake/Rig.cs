using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Intake;

/// <summary>The whole pipeline on an account of its own, with a judge that goes by plain words instead of the trained model.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Rig(ServiceProvider services) => _services = services;

    public StorageClients Storage => Get<StorageClients>();

    public long Transactions => Storage.Counter.Total;

    public FakeTimeProvider Time => (FakeTimeProvider)Get<TimeProvider>();

    public static async Task<Rig> StartAsync(AzuriteFixture azurite, Action<IServiceCollection>? change = null, params (string Key, string? Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(TestRecords.Noon.AddHours(1)));
        services.AddSentimentWatch(azurite.NewConfiguration([("SentimentWatch:Mask:Key", "test"), .. settings]));
        services.AddSingleton<IUrgentLane, WordLane>();
        services.AddSingleton<IRecordJudge, WordJudge>();
        change?.Invoke(services);
        var rig = new Rig(services.BuildServiceProvider());
        await rig.Storage.CreateAllAsync(TestContext.Current.CancellationToken);
        return rig;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<IntakeReceipt> AcceptAsync(string channel, params IEnumerable<SubmittedRecord> records) =>
        Get<RecordIntake>().AcceptAsync(TestRecords.Ndjson(records), RecordFormat.Ndjson, channel, TestContext.Current.CancellationToken);

    public Task<BatchStatus?> StatusAsync(string batchId) => Get<BatchStatusReader>().GetAsync(batchId, TestContext.Current.CancellationToken);

    /// <summary>Processes what is queued, the urgent lane first. A message whose processing throws is tried again at once.</summary>
    public async Task<int> DrainAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var count = 0;
        foreach (var name in new[] { StorageNames.UrgentQueue, StorageNames.RecordsQueue })
        {
            var queue = Storage.Queue(name);
            while ((await queue.ReceiveMessagesAsync(8, TimeSpan.FromMinutes(5), cancellation)).Value is { Length: > 0 } messages)
            {
                foreach (var message in messages)
                {
                    await Get<PartProcessor>().ProcessAsync(message.MessageText, (int)message.DequeueCount, cancellation);
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
                    count++;
                }
            }
        }

        return count;
    }

    /// <summary>Texts of the messages that wait in a queue; they stay there.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(string queue) =>
        [.. (await Storage.Queue(queue).PeekMessagesAsync(32, TestContext.Current.CancellationToken)).Value.Select(message => message.MessageText)];

    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in Storage.Table(table).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Keys and ETags of a table: equal when nothing was written in between.</summary>
    public async Task<IReadOnlyList<string>> MarksAsync(string table) =>
        [.. (await RowsAsync(table)).Select(row => $"{row.PartitionKey}/{row.RowKey}/{row.ETag}")];

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class WordLane : IUrgentLane
    {
        public bool LooksUrgent(CitizenRecord record) => record.Body.Contains("燃气泄漏", StringComparison.Ordinal);
    }

    private sealed class WordJudge : IRecordJudge
    {
        public IReadOnlyList<JudgedRecord> Judge(IReadOnlyList<CitizenRecord> records, CancellationToken cancellationToken) =>
        [
            .. records.Select(record => record.Body.Contains("燃气泄漏", StringComparison.Ordinal)
                ? TestRecords.Judged(record, level: "emergency", danger: "gas-leak")
                : TestRecords.Judged(record, needsReview: record.Body.Contains("说不清", StringComparison.Ordinal))),
        ];
    }
}
