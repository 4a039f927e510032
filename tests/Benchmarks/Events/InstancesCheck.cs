using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SentimentWatch.Pipeline;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.SelfHost.Storage;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>Two instances on one account, batches shuffled, work cut off at random moments: the events must be those of one undisturbed instance, up to ids.</summary>
internal static class InstancesCheck
{
    private const int BatchSize = 40;
    private const string Calm = "devstoreaccount1calm";
    private const string Wild = "devstoreaccount1wild";

    public static async Task<int> RunAsync(int matters, int seed, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sentimentwatch-bench-").FullName;
        await using var azurite = await AzuriteProcess.OpenAsync(new AzuriteOptions(folder) { Accounts = [Calm, Wild], InMemory = true }, _ => { }, cancellationToken);
        var random = new Random(seed);
        var batches = await BatchesAsync(matters, seed, random);
        await using var one = Start(azurite, Calm);
        await one.GetRequiredService<StorageClients>().CreateAllAsync(cancellationToken);
        foreach (var batch in batches)
        {
            await TakeAsync(one, batch, cancellationToken);
        }

        var counter = one.GetRequiredService<TransactionCounter>();
        var before = counter.Total;
        await one.GetRequiredService<EventSweep>().RunAsync(cancellationToken);
        var records = batches.Sum(batch => batch.Count);
        var rows = counter.ByKind.Where(kind => kind.Key.EndsWith(" sketches", StringComparison.Ordinal)).Sum(kind => kind.Value);
        WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records} records in {batches.Length} batches: {rows} transactions for sketches, {counter.Total - before} for the sweep"));

        random.Shuffle(batches);
        var kills = 0;
        var instances = new[] { Start(azurite, Wild), Start(azurite, Wild) };
        await instances[0].GetRequiredService<StorageClients>().CreateAllAsync(cancellationToken);
        foreach (var batch in batches)
        {
            var at = random.Next(2);
            await AcceptAsync(instances[at], batch, cancellationToken);
            for (var longest = 150; !await CutOffAsync(random.Next(longest), token => DrainAsync(instances[at], token), cancellationToken); longest += 50)
            {
                kills++;
            }

            for (var i = 0; i < 2; i++)
            {
                if (!await CutOffAsync(random.Next(400), token => instances[i].GetRequiredService<EventSweep>().RunAsync(token), cancellationToken))
                {
                    kills++;
                    await instances[i].DisposeAsync();
                    instances[i] = Start(azurite, Wild);
                }
            }
        }

        var expected = await EventsAsync(one, cancellationToken);
        for (var i = 0; i < 2; i++)
        {
            // A new book, as each instance makes every half hour.
            await instances[i].DisposeAsync();
            instances[i] = Start(azurite, Wild);
            await instances[i].GetRequiredService<EventSweep>().RunAsync(cancellationToken);
        }

        var found = await EventsAsync(instances[0], cancellationToken);
        var differing = expected.Except(found, StringComparer.Ordinal).Count() + found.Except(expected, StringComparer.Ordinal).Count();
        WriteLine($"undisturbed: {expected.Count} events; two instances, {kills} times cut off: {found.Count} events, {differing} differ");
        await instances[0].DisposeAsync();
        await instances[1].DisposeAsync();
        return differing == 0 ? 0 : 1;
    }

    private static async Task<List<SubmittedRecord>[]> BatchesAsync(int matters, int seed, Random random)
    {
        await using var rig = new EventRig();
        var maker = rig.Maker(seed);
        var start = TimeProvider.System.GetUtcNow().AddDays(-20);
        var records = Enumerable.Range(0, matters).SelectMany(number => maker.Tell(
            maker.Matter(number, maker.AllKinds[random.Next(maker.AllKinds.Count)]), random.Next(1, 12), start.AddDays(random.NextDouble() * 12), 6)).ToArray();
        random.Shuffle(records);
        return [.. records.Chunk(BatchSize).Select(batch => batch.ToList())];
    }

    private static ServiceProvider Start(AzuriteProcess azurite, string account)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSentimentWatch(new ConfigurationBuilder().AddInMemoryCollection(
            [new("AzureWebJobsStorage", azurite.Endpoint.ConnectionString(account, azurite.Key)), new("SentimentWatch:Mask:Key", "benchmark")]).Build());
        return services.BuildServiceProvider();
    }

    private static async Task TakeAsync(ServiceProvider instance, List<SubmittedRecord> batch, CancellationToken cancellationToken)
    {
        await AcceptAsync(instance, batch, cancellationToken);
        await DrainAsync(instance, cancellationToken);
    }

    private static async Task AcceptAsync(ServiceProvider instance, List<SubmittedRecord> batch, CancellationToken cancellationToken)
    {
        foreach (var channel in batch.GroupBy(record => record.Channel, StringComparer.Ordinal))
        {
            var lines = string.Join('\n', channel.Select(record => System.Text.Json.JsonSerializer.Serialize(record, RecordsJson.Wire.SubmittedRecord)));
            using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(lines));
            await instance.GetRequiredService<RecordIntake>().AcceptAsync(text, RecordFormat.Ndjson, channel.Key, cancellationToken);
        }
    }

    /// <summary>Processes what waits; a message goes when its part is done, so that what was cut off comes again.</summary>
    private static async Task DrainAsync(ServiceProvider instance, CancellationToken cancellationToken)
    {
        foreach (var name in new[] { StorageNames.UrgentQueue, StorageNames.RecordsQueue })
        {
            var queue = instance.GetRequiredService<StorageClients>().Queue(name);
            while ((await queue.PeekMessagesAsync(32, cancellationToken)).Value is { Length: > 0 } waiting)
            {
                foreach (var message in waiting)
                {
                    await instance.GetRequiredService<PartProcessor>().ProcessAsync(message.MessageText, 2, cancellationToken);
                }

                await queue.ClearMessagesAsync(cancellationToken);
            }
        }
    }

    private static async Task<bool> CutOffAsync(int milliseconds, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        cut.CancelAfter(milliseconds);
        try
        {
            await work(cut.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task<IReadOnlyList<string>> EventsAsync(ServiceProvider instance, CancellationToken cancellationToken) =>
    [
        .. (await instance.GetRequiredService<IEventStore>().ReadAsync(new DateOnly(2000, 1, 1), cancellationToken)).Where(row => row.MergedInto is null)
            .Select(row => $"{row.Title} {row.Level} {row.Why} {row.Lead} {string.Join(' ', row.Members.Select(member => member.Key))}"),
    ];
}
