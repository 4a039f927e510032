using Azure.Data.Tables;
using SentimentWatch.EndToEnd.Tests.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Notify;

/// <summary>From records to the card at the receiver, over the real queue and the real log.</summary>
public sealed class NotifyFlowTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_message_carries_all_the_news_of_a_part_and_is_sent_once()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var room = await OpenAsync(receiver);
        await room.Desk.HandleAsync([AlertRoom.Judged("1"), AlertRoom.Judged("2", "东郊广场"), AlertRoom.Judged("3")], AlertRoom.Part(), Ct);
        var message = await TakeAsync(room);
        var before = room.Clients.Counter.Total;
        await room.Get<NotifyProcessor>().ProcessAsync(message, 1, Ct);
        
        // The receiver's row read once, then written for each of the two cards, and the log.
        Assert.Equal(4, room.Clients.Counter.Total - before);
        Assert.Equal(2, receiver.Bodies.Count);
        Assert.All(receiver.Bodies, body => Assert.Contains("https://watch.example.org/ack/", body, StringComparison.Ordinal));
        var rows = await RowsAsync(room);
        Assert.All(rows, row => Assert.Equal("sent", row.GetString("Outcome")));

        // The lead, the supporting unit and the reading office share the receiver: one card an alert, a row each.
        Assert.Equal(
            ["honglou@teams.default", "wxb@teams.default", "zjj@teams.default"], rows.Select(row => row.GetString("Target")).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(6, rows.Count);

        await room.Get<NotifyProcessor>().ProcessAsync(message, 2, Ct);
        Assert.Equal(2, receiver.Bodies.Count);
        Assert.Empty(await room.Clients.Queue(StorageNames.NotifyQueue).ReceiveMessagesAsync(32, cancellationToken: Ct).ContinueWith(task => task.Result.Value, Ct));
    }

    [Fact]
    public async Task A_busy_receiver_is_tried_again_by_a_later_message_and_a_replayed_part_sends_nothing_twice()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var room = await OpenAsync(receiver);
        receiver.Answer(429, "1");
        await room.Desk.HandleAsync([AlertRoom.Judged("1")], AlertRoom.Part(), Ct);
        await room.Get<NotifyProcessor>().ProcessAsync(await TakeAsync(room), 1, Ct);
        Assert.All(await RowsAsync(room), row => Assert.Equal("retry", row.GetString("Outcome")));

        await room.Get<NotifyProcessor>().ProcessAsync(await TakeAsync(room), 1, Ct);
        Assert.All(await RowsAsync(room), row => Assert.Equal(("sent", 2), (row.GetString("Outcome"), row.GetInt32("Attempt"))));
        Assert.Equal(2, receiver.Bodies.Count);

        await room.Desk.HandleAsync([AlertRoom.Judged("1")], AlertRoom.Part() with { Replayed = true }, Ct);
        await room.Get<NotifyProcessor>().ProcessAsync(await TakeAsync(room), 1, Ct);
        Assert.Equal(2, receiver.Bodies.Count);
    }

    [Fact]
    public async Task A_unit_without_a_webhook_is_told_in_the_log_with_a_row_that_says_so()
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        await room.Desk.HandleAsync([AlertRoom.Judged("1")], AlertRoom.Part(), Ct);
        await room.Get<NotifyProcessor>().ProcessAsync(await TakeAsync(room), 1, Ct);
        Assert.Contains(await RowsAsync(room), row => row.GetString("Target") == "zjj@console.console");
        Assert.Contains(room.Lines.All, line => line.Contains("ALERT A", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_the_quiet_path_limits_and_grouping_cost_two_transactions()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var room = await OpenAsync(receiver);
        await room.Desk.HandleAsync([AlertRoom.Judged("1")], AlertRoom.Part(), Ct);
        var message = await TakeAsync(room);
        var before = room.Clients.Counter.Total;
        await room.Get<NotifyProcessor>().ProcessAsync(message, 1, Ct);

        // The log, as ever; the receiver's row read and written.
        Assert.Equal(3, room.Clients.Counter.Total - before);
        Assert.Single(receiver.Bodies);
    }

    private Task<AlertRoom> OpenAsync(Receiver receiver) => AlertRoom.OpenAsync(azurite.NewConfiguration(
        ("SentimentWatch:Notify:Teams:default:Url", receiver.Url),
        ("SentimentWatch:PublicUrl", "https://watch.example.org"),
        ("SentimentWatch:Ack:SigningKeys:0", "a-signing-key-of-the-tests")));

    // A delayed message is waited for: the queue's clock is not ours to set.
    private static async Task<string> TakeAsync(AlertRoom room)
    {
        var queue = room.Clients.Queue(StorageNames.NotifyQueue);
        while (true)
        {
            if ((await queue.ReceiveMessageAsync(TimeSpan.FromMinutes(5), Ct)).Value is { } message)
            {
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Ct);
                return message.Body.ToString();
            }

            await Task.Delay(200, Ct);
        }
    }

    private static async Task<List<TableEntity>> RowsAsync(AlertRoom room) =>
        await room.Clients.Table(StorageNames.NotifyLog).QueryAsync<TableEntity>(cancellationToken: Ct).ToListAsync(Ct);
}
