using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Flow;

/// <summary>Storage transactions of an ordinary day: the unit in which a serverless bill is counted.</summary>
public sealed class CostTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_day_over_six_channels_with_its_emergencies_costs_at_most_thirty_transactions_a_thousand()
    {
        const int PerChannel = 1_000;
        await using var rig = await Rig.StartAsync(
            azurite, null, ("SentimentWatch:PublicUrl", "https://watch.example.org"), ("SentimentWatch:Ack:SigningKeys:0", "a-signing-key-of-the-tests"));
        var before = rig.Transactions;
        foreach (var channel in Channels.All)
        {
            // Four emergencies, each its own matter; one record in fifty is doubtful.
            await rig.AcceptAsync(channel, Enumerable.Range(0, PerChannel).Select(number => TestRecords.Submitted(number, channel, body: number switch
            {
                700 when channel is not (Channels.WeChat or Channels.Petition) => $"燃气泄漏，第{number}号楼{channel}",
                _ when number % 50 == 0 => $"说不清什么事{number}",
                _ => null,
            })));
            await rig.DrainAsync();
            await NotifyAsync(rig);
        }

        var perThousand = (rig.Transactions - before) * 1_000.0 / (PerChannel * Channels.All.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{perThousand:0.0} transactions per 1,000 records");
        Assert.InRange(perThousand, 10, 30);
        Assert.Equal(PerChannel * Channels.All.Count, (await rig.RowsAsync(StorageNames.Records)).Count);
    }

    private static async Task NotifyAsync(Rig rig)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var queue = rig.Storage.Queue(StorageNames.NotifyQueue);
        while ((await queue.ReceiveMessagesAsync(8, TimeSpan.FromMinutes(5), cancellation)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await rig.Get<NotifyProcessor>().ProcessAsync(message.Body.ToString(), (int)message.DequeueCount, cancellation);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
            }
        }
    }
}
