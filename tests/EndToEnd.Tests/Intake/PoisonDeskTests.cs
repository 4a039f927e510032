using System.Text.Json;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Intake;

/// <summary>Messages that were given up.</summary>
public sealed class PoisonDeskTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_part_that_was_given_up_is_kept_whole_and_fails_its_batch()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var receipt = await rig.AcceptAsync(Channels.Hotline, TestRecords.Submitted(1, body: "燃气泄漏"));
        var message = Assert.Single(await rig.WaitingAsync(StorageNames.UrgentQueue));
        for (var time = 0; time < 2; time++)
        {
            await rig.Get<PoisonDesk>().KeepAsync(StorageNames.UrgentQueue + StorageNames.PoisonSuffix, message, TestContext.Current.CancellationToken);
        }

        Assert.Equal("failed", (await rig.StatusAsync(receipt.BatchId))!.State);
        var letter = Assert.Single(await rig.RowsAsync(StorageNames.DeadLetters));
        Assert.Equal(StorageNames.UrgentQueue, letter.GetString("source"));
        Assert.Equal(receipt.BatchId, letter.GetString("batchId"));
        var part = JsonSerializer.Deserialize(message, IntakeJson.Wire.PartMessage)!;
        Assert.Single(PartCodec.Read(await rig.Get<IPartStore>().ReadAsync(part.BatchId, part.Part, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Any_other_message_is_kept_masked()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await rig.Get<PoisonDesk>().KeepAsync("notify-poison", "请联系13812345678", TestContext.Current.CancellationToken);
        var letter = Assert.Single(await rig.RowsAsync(StorageNames.DeadLetters));
        Assert.DoesNotContain("13812345678", letter.GetString("text"), StringComparison.Ordinal);
        Assert.Equal("notify", letter.GetString("source"));
    }
}
