using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.EndToEnd.Tests.Storage;

/// <summary>How far a batch is, told by one listing.</summary>
public sealed class PartBlobsTests(AzuriteFixture azurite)
{
    private static readonly string Batch = BatchId.From(TestRecords.Noon, "test");

    [Fact]
    public async Task A_batch_is_queued_until_every_part_has_its_result()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var parts = rig.Get<IPartStore>();
        Assert.Null(await rig.StatusAsync(Batch));
        await parts.WriteManifestAsync(new BatchManifest(Batch, "hotline", TestRecords.Noon, 2, 12, 1), TestContext.Current.CancellationToken);
        await parts.WriteResultAsync(new PartResult(Batch, 1, false, 5, 1, 2, 1), TestContext.Current.CancellationToken);
        Assert.Equal(new BatchStatus("queued", 5, 1, 2, 1), await rig.StatusAsync(Batch));
        await parts.WriteResultAsync(new PartResult(Batch, 2, false, 4, 0, 0, 0), TestContext.Current.CancellationToken);
        var before = rig.Transactions;
        Assert.Equal(new BatchStatus("done", 9, 1, 2, 1), await rig.StatusAsync(Batch));
        Assert.Equal(1, rig.Transactions - before);
    }

    [Fact]
    public async Task The_first_result_of_a_part_stays_when_it_is_replayed()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var parts = rig.Get<IPartStore>();
        await parts.WriteManifestAsync(new BatchManifest(Batch, "hotline", TestRecords.Noon, 1, 5, 0), TestContext.Current.CancellationToken);
        await parts.WriteResultAsync(new PartResult(Batch, 1, false, 5, 0, 0, 1), TestContext.Current.CancellationToken);
        await parts.WriteResultAsync(new PartResult(Batch, 1, false, 0, 0, 5, 0), TestContext.Current.CancellationToken);
        Assert.Equal(new BatchStatus("done", 5, 0, 0, 1), await rig.StatusAsync(Batch));
    }

    [Fact]
    public async Task A_part_that_was_given_up_fails_its_batch_until_it_succeeds()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var parts = rig.Get<IPartStore>();
        await parts.WriteManifestAsync(new BatchManifest(Batch, "hotline", TestRecords.Noon, 1, 5, 0), TestContext.Current.CancellationToken);
        await parts.WriteResultAsync(new PartResult(Batch, 1, true, 0, 0, 0, 0), TestContext.Current.CancellationToken);
        Assert.Equal("failed", (await rig.StatusAsync(Batch))!.State);
        await parts.WriteResultAsync(new PartResult(Batch, 1, false, 5, 0, 0, 0), TestContext.Current.CancellationToken);
        Assert.Equal(new BatchStatus("done", 5, 0, 0, 0), await rig.StatusAsync(Batch));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("20261122040000000-zzzzzzzzzzzz")]
    public async Task What_is_no_batch_id_is_not_looked_for(string batchId)
    {
        await using var rig = await Rig.StartAsync(azurite);
        var before = rig.Transactions;
        Assert.Null(await rig.StatusAsync(batchId));
        Assert.Equal(0, rig.Transactions - before);
    }
}
