using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.EndToEnd.Tests.Flow;
using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Events;

/// <summary>Two instances that die at random places, with batches in any order, come to the events of one undisturbed instance.</summary>
public sealed class TwoInstancesTests(AzuriteFixture azurite)
{
    private static readonly string[] Places = ["锦泊花园小区", "云溪华庭", "翠屏家园", "枫澜新城小区"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task End_with_the_events_of_one(int seed)
    {
        var batches = Batches();
        await using var calm = await Rig.StartAsync(azurite);
        foreach (var batch in batches)
        {
            await Matters.AcceptAsync(calm, batch);
        }

        await calm.DrainAsync();
        await calm.Get<EventSweep>().RunAsync(Ct);

        var random = new Random(seed);
        random.Shuffle(batches);
        await using var account = await Rig.StartAsync(azurite);
        var instances = new[] { await StartAsync(account, random), await StartAsync(account, random) };
        foreach (var batch in batches)
        {
            var at = random.Next(2);
            await Matters.AcceptAsync(account, batch);
            foreach (var message in await DequeueAsync(account))
            {
                await UntilDoneAsync(() => instances[at].Get<PartProcessor>().ProcessAsync(message, 2, Ct));
            }

            // Both may sweep at once; whoever dies while sweeping begins with nothing.
            await Task.WhenAll(Enumerable.Range(0, 2).Where(_ => random.Next(3) > 0).Select(i => SweepAsync(instances[i])));
            if (random.Next(4) == 0)
            {
                await instances[at].DisposeAsync();
                instances[at] = await StartAsync(account, random);
            }
        }

        for (var rounds = 0; rounds < 3; rounds++)
        {
            account.Time.Advance(TimeSpan.FromMinutes(31));
            foreach (var instance in instances)
            {
                await UntilDoneAsync(() => instance.Get<EventSweep>().RunAsync(Ct));
            }
        }

        Assert.Equal(await EventsAsync(calm), await EventsAsync(account));
        await OldIdsLeadOnAsync(account);
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }
    }

    private static List<SubmittedRecord>[] Batches()
    {
        var all = Places.SelectMany((place, i) => Matters.LiftAt(place, $"l{i}", TestRecords.Noon.AddDays(-4 - i)))
            .Concat(Places.SelectMany((place, i) => Matters.SmokeAt(place, $"s{i}", TestRecords.Noon.AddDays(-6).AddHours(7 * i)))).ToList();
        return [.. all.Select((record, number) => (record, number)).GroupBy(one => one.number * 7 % 10).Select(group => group.Select(one => one.record).ToList())];
    }

    private static async Task SweepAsync(Rig instance)
    {
        try
        {
            await instance.Get<EventSweep>().RunAsync(Ct);
        }
        catch (IOException)
        {
            return;
        }
    }

    private static async Task UntilDoneAsync(Func<Task> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work();
                return;
            }
            catch (IOException) when (attempt < 200)
            {
                continue;
            }
        }
    }

    private static async Task<IReadOnlyList<string>> DequeueAsync(Rig rig)
    {
        var queue = rig.Storage.Queue(StorageNames.RecordsQueue);
        var texts = new List<string>();
        while ((await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5), Ct)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                texts.Add(message.MessageText);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Ct);
            }
        }

        return texts;
    }

    private Task<Rig> StartAsync(Rig account, Random random)
    {
        Death Next()
        {
            lock (random)
            {
                return random.Next(100) switch { < 8 => Death.BeforeTheCall, < 16 => Death.AfterTheCall, _ => Death.None };
            }
        }

        return Rig.StartAsync(azurite, services =>
        {
            services.AddSingleton(account.Storage);
            services.AddSingleton<TimeProvider>(account.Time);
            services.AddSingleton(Dying<IEventStore>.Before(new EventTable(account.Storage), Next));
            services.AddSingleton(Dying<ICheckpointStore>.Before(new CheckpointTable(account.Storage), Next));
            services.AddSingleton(Dying<IRecordStore>.Before(new RecordTable(account.Storage, account.Time), Next));
            services.AddSingleton(Dying<IPartStore>.Before(new PartBlobs(account.Storage), Next));
            services.AddSingleton<ISketchStore>(new DyingSketches(new SketchTable(account.Storage), Next));
        });
    }

    /// <summary>Events up to ids.</summary>
    private static async Task<IReadOnlyList<string>> EventsAsync(Rig rig) =>
    [
        .. (await rig.Get<IEventStore>().ReadAsync(default(DateOnly).AddYears(1999), Ct)).Where(one => one.MergedInto is null)
            .Select(one => $"{one.Title} {one.Level} {one.Why} {one.RaisedAt:O} {one.LastAt:O} {one.Lead} {string.Join(',', one.Terms)} {one.Central} {string.Join(' ', one.Members)}")
            .Order(StringComparer.Ordinal),
    ];

    private static async Task OldIdsLeadOnAsync(Rig rig)
    {
        foreach (var old in (await rig.Get<IEventStore>().ReadAsync(default(DateOnly).AddYears(1999), Ct)).Where(one => one.MergedInto is not null))
        {
            var now = await rig.Get<EventDesk>().FindAsync(old.Id, Ct);
            Assert.Null(now!.MergedInto);
            Assert.Contains(old.Id, now.FormerIds);
        }
    }

    // An iterator cannot stand behind a proxy that awaits.
    private sealed class DyingSketches(ISketchStore inner, Func<Death> next) : ISketchStore
    {
        public async Task WriteAsync(string batchId, int part, IReadOnlyList<ToldRecord> records, CancellationToken cancellationToken)
        {
            var death = next();
            Die(death == Death.BeforeTheCall);
            await inner.WriteAsync(batchId, part, records, cancellationToken);
            Die(death == Death.AfterTheCall);
        }

        public async Task SignAsync(string sign, CancellationToken cancellationToken)
        {
            Die(next() != Death.None);
            await inner.SignAsync(sign, cancellationToken);
        }

        public IAsyncEnumerable<SketchBatch> ReadAsync(DateOnly from, DateTimeOffset? writtenSince, CancellationToken cancellationToken)
        {
            Die(next() != Death.None);
            return inner.ReadAsync(from, writtenSince, cancellationToken);
        }

        private static void Die(bool now)
        {
            if (now)
            {
                throw new IOException("died");
            }
        }
    }
}
