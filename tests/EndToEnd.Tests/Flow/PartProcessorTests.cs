using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Flow;

/// <summary>A part on its way from the queue to the tables, undisturbed and broken off.</summary>
public sealed class PartProcessorTests(AzuriteFixture azurite)
{
    private static readonly string[] Effects = [StorageNames.Records, StorageNames.Review, StorageNames.Alerts, StorageNames.AlertLog, StorageNames.OpenClocks];

    [Fact]
    public async Task A_thousand_new_records_cost_at_most_twenty_transactions()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var before = rig.Transactions;
        var receipt = await rig.AcceptAsync(Channels.Hotline, Some(1_000));
        await rig.DrainAsync();
        Assert.InRange(rig.Transactions - before, 10, 20);
        Assert.Equal(new BatchStatus("done", 1_000, 0, 0, 0), await rig.StatusAsync(receipt.BatchId));
    }

    [Fact]
    public async Task The_same_import_again_changes_nothing()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var records = Some(500).Append(TestRecords.Submitted(900, body: "幸福里三号楼燃气泄漏")).Append(TestRecords.Submitted(901, body: "说不清什么事")).ToList();
        var first = await rig.AcceptAsync(Channels.Hotline, records);
        await rig.DrainAsync();
        Assert.Equal(new BatchStatus("done", 502, 0, 0, 1), await rig.StatusAsync(first.BatchId));
        var marks = await MarksAsync(rig);
        rig.Time.Advance(TimeSpan.FromDays(1));

        var second = await rig.AcceptAsync(Channels.Hotline, records);
        await rig.DrainAsync();
        Assert.Equal(new BatchStatus("done", 0, 0, 502, 0), await rig.StatusAsync(second.BatchId));
        Assert.Equal(marks, await MarksAsync(rig));
        Assert.Single(await rig.WaitingAsync(StorageNames.NotifyQueue));
    }

    [Theory]
    [InlineData("records")]
    [InlineData("review")]
    [InlineData("result")]
    public async Task A_part_that_died_anywhere_ends_like_an_undisturbed_one(string death)
    {
        List<SubmittedRecord> records = [.. Some(150), TestRecords.Submitted(900, body: "幸福里三号楼燃气泄漏"), TestRecords.Submitted(901, body: "说不清什么事")];
        await using var calm = await Rig.StartAsync(azurite);
        await calm.AcceptAsync(Channels.Hotline, records);
        await calm.DrainAsync();

        var deaths = 2;
        await using var rig = await Rig.StartAsync(azurite, services => Break(services, death, () => deaths-- > 0));
        var receipt = await rig.AcceptAsync(Channels.Hotline, records);
        for (var time = 0; time < 2; time++)
        {
            await Assert.ThrowsAsync<IOException>(() => ProcessAllAsync(rig, time + 1));
        }

        await ProcessAllAsync(rig, 3);
        Assert.Equal(new BatchStatus("done", 152, 0, 0, 1), await rig.StatusAsync(receipt.BatchId));
        foreach (var table in Effects)
        {
            Assert.Equal(await KeysAsync(calm, table), await KeysAsync(rig, table));
        }
    }

    [Fact]
    public async Task Only_new_or_changed_records_are_put_up_for_review()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await rig.AcceptAsync(Channels.Hotline, TestRecords.Submitted(1, body: "说不清一"), TestRecords.Submitted(2, body: "说不清二"), TestRecords.Submitted(3));
        await rig.DrainAsync();
        Assert.Equal(2, (await rig.RowsAsync(StorageNames.Review)).Count);
        rig.Time.Advance(TimeSpan.FromDays(1));
        await rig.AcceptAsync(Channels.Hotline, TestRecords.Submitted(1, body: "说不清一"), TestRecords.Submitted(2, version: 2, body: "说不清二，再说一遍"));
        await rig.DrainAsync();
        Assert.Equal(
            ["20261122/hotline:T000001", "20261122/hotline:T000002", "20261123/hotline:T000002"],
            (await rig.RowsAsync(StorageNames.Review)).Select(row => $"{row.PartitionKey}/{row.RowKey}"));
    }

    [Fact]
    public async Task Days_before_yesterday_are_marked_when_they_get_records_late()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var records = Enumerable.Range(0, 5).Select(number => TestRecords.Submitted(number, at: TestRecords.Noon.AddDays(-number))).ToList();
        await rig.AcceptAsync(Channels.Hotline, records);
        await rig.DrainAsync();
        var days = rig.Get<IDirtyDays>();
        var marked = await days.ListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 19), new DateOnly(2026, 11, 20)], marked.Select(mark => mark.Day));
        await days.ClearAsync(marked, TestContext.Current.CancellationToken);
        await rig.AcceptAsync(Channels.Hotline, records);
        await rig.DrainAsync();
        Assert.Empty(await days.ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_urgent_part_is_alerted_before_the_ordinary_one_is_read()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await rig.AcceptAsync(Channels.Hotline, [.. Some(20), TestRecords.Submitted(900, body: "幸福里三号楼燃气泄漏")]);
        var message = Assert.Single(await rig.WaitingAsync(StorageNames.UrgentQueue));
        await rig.Get<PartProcessor>().ProcessAsync(message, 1, TestContext.Current.CancellationToken);
        Assert.Single(await rig.RowsAsync(StorageNames.Alerts));
        Assert.Single(await rig.WaitingAsync(StorageNames.NotifyQueue));
        Assert.Equal("T000900", Assert.Single(await rig.RowsAsync(StorageNames.Records)).GetString("sourceId"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"batchId\":\"../../x\",\"part\":1,\"urgent\":false,\"acceptedAt\":\"2026-11-22T00:00:00Z\",\"records\":1}")]
    [InlineData("{\"batchId\":\"20261122040000000-0123456789ab\",\"part\":1,\"urgent\":false,\"acceptedAt\":\"2026-11-22T00:00:00Z\",\"records\":1}")]
    public async Task A_damaged_message_is_a_fault_and_no_silence(string message)
    {
        await using var rig = await Rig.StartAsync(azurite);
        await Assert.ThrowsAsync<InvalidDataException>(() => rig.Get<PartProcessor>().ProcessAsync(message, 1, TestContext.Current.CancellationToken));
    }

    private static IEnumerable<SubmittedRecord> Some(int count) => Enumerable.Range(0, count).Select(number => TestRecords.Submitted(number));

    private static async Task<string> MarksAsync(Rig rig) =>
        string.Join('\n', (await Task.WhenAll(Effects.Select(rig.MarksAsync))).SelectMany(marks => marks));

    private static async Task<IReadOnlyList<string>> KeysAsync(Rig rig, string table) =>
        [.. (await rig.RowsAsync(table)).Select(row => $"{row.PartitionKey}/{row.RowKey}/{row.GetString("body")}{row.GetString("step")}")];

    /// <summary>Processes what waits without waiting for a message to become visible again, as after a death.</summary>
    private static async Task ProcessAllAsync(Rig rig, int attempt)
    {
        foreach (var queue in new[] { StorageNames.UrgentQueue, StorageNames.RecordsQueue })
        {
            foreach (var message in await rig.WaitingAsync(queue))
            {
                await rig.Get<PartProcessor>().ProcessAsync(message, attempt, TestContext.Current.CancellationToken);
            }
        }
    }

    private static void Break(IServiceCollection services, string death, Func<bool> dies)
    {
        _ = death switch
        {
            "records" => services.AddSingleton<IRecordStore>(sp => new DyingRecords(
                new RecordTable(sp.GetRequiredService<StorageClients>(), sp.GetRequiredService<TimeProvider>()), dies)),
            "review" => services.AddSingleton<IReviewStore>(sp => new DyingReview(new ReviewTable(sp.GetRequiredService<StorageClients>()), dies)),
            _ => services.AddSingleton<IPartStore>(sp => new DyingParts(new PartBlobs(sp.GetRequiredService<StorageClients>()), dies)),
        };
    }

    private sealed class DyingRecords(IRecordStore inner, Func<bool> dies) : IRecordStore
    {
        public Task<IReadOnlyList<CitizenRecord>> SelectDueAsync(IReadOnlyList<CitizenRecord> records, string batchId, CancellationToken cancellationToken) =>
            inner.SelectDueAsync(records, batchId, cancellationToken);

        public Task<IReadOnlyList<StoreOutcome>> StoreAsync(
            IReadOnlyList<JudgedRecord> records, string batchId, DateTimeOffset acceptedAt, CancellationToken cancellationToken) =>
            dies() ? throw new IOException("died") : inner.StoreAsync(records, batchId, acceptedAt, cancellationToken);
    }

    private sealed class DyingReview(IReviewStore inner, Func<bool> dies) : IReviewStore
    {
        public Task AddAsync(IReadOnlyList<JudgedRecord> records, DateTimeOffset acceptedAt, CancellationToken cancellationToken) =>
            dies() ? throw new IOException("died") : inner.AddAsync(records, acceptedAt, cancellationToken);
    }

    private sealed class DyingParts(IPartStore inner, Func<bool> dies) : IPartStore
    {
        public Task WriteAsync(string batchId, int part, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            inner.WriteAsync(batchId, part, content, cancellationToken);

        public Task<byte[]?> ReadAsync(string batchId, int part, CancellationToken cancellationToken) => inner.ReadAsync(batchId, part, cancellationToken);

        public Task WriteManifestAsync(BatchManifest manifest, CancellationToken cancellationToken) => inner.WriteManifestAsync(manifest, cancellationToken);

        public Task WriteResultAsync(PartResult result, CancellationToken cancellationToken) =>
            dies() ? throw new IOException("died") : inner.WriteResultAsync(result, cancellationToken);

        public Task<BatchProgress?> ReadProgressAsync(string batchId, CancellationToken cancellationToken) => inner.ReadProgressAsync(batchId, cancellationToken);
    }
}
