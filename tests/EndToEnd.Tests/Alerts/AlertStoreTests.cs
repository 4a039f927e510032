using Azure.Data.Tables;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Alerts;

public sealed class AlertStoreTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_opened_alert_is_read_back_as_it_was_written()
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        Assert.Equal(1, await room.Desk.HandleAsync([AlertRoom.Judged("1"), AlertRoom.Judged("2")], AlertRoom.Part(), Ct));
        var row = Assert.Single((await room.Store.QueryAsync(new AlertQuery(), Ct)).Items);
        var folded = AlertFold.Of(await room.Store.LogAsync(row.Id, Ct)).Alert;
        Assert.Equivalent(folded, row, strict: true);
        Assert.Equal(2, row.RecordCount);
        Assert.Equal($"{row.AcknowledgeBy.UtcDateTime:yyyyMMddHHmmss}_{row.Id}_acknowledge", Assert.Single(await AcknowledgeRowsAsync(room)).RowKey);
        Assert.Equal(OpenClock.RowsOf(row).Select(clock => clock.RowKey).Order(StringComparer.Ordinal), (await ClocksAsync(room)).Select(clock => clock.RowKey));
    }

    [Fact]
    public async Task A_sequence_is_taken_once_and_all_or_nothing()
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        AlertLogEntry Entry(int sequence, string step) => new("A12345678", sequence, step, AlertRoom.Now, "system");
        Assert.True(await room.Store.TryAppendAsync([Entry(1, "发现"), Entry(2, "派发")], Ct));
        Assert.False(await room.Store.TryAppendAsync([Entry(2, "签收"), Entry(3, "办理")], Ct));
        Assert.False(await room.Store.TryAppendAsync([Entry(1, "签收")], Ct));
        Assert.Equal(["发现", "派发"], (await room.Store.LogAsync("A12345678", Ct)).Select(entry => entry.Step));
        Assert.Equal([2], (await room.Store.LogAsync("A12345678", Ct, afterSequence: 1)).Select(entry => entry.Sequence));
    }

    [Theory]
    [InlineData("A1' or PartitionKey ne '")]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("../alerts")]
    public async Task What_is_no_alert_id_finds_nothing(string id)
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        await room.Desk.HandleAsync([AlertRoom.Judged("1")], AlertRoom.Part(), Ct);
        Assert.Empty(await room.Store.LogAsync(id, Ct));
    }

    [Fact]
    public async Task Lists_filter_and_page_newest_first()
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        for (var n = 0; n < 7; n++)
        {
            await room.Desk.HandleAsync([AlertRoom.Judged($"{n}", $"第{n}广场", n < 5 ? "zjj" : "csj", n == 0 ? "urgent" : "emergency")], AlertRoom.Part(n), Ct);
        }

        async Task<List<Alert>> AllAsync(AlertQuery query)
        {
            List<Alert> found = [];
            for (var page = await room.Store.QueryAsync(query, Ct); ; page = await room.Store.QueryAsync(query with { Continuation = page.Continuation }, Ct))
            {
                Assert.InRange(page.Items.Count, 0, query.PageSize);
                found.AddRange(page.Items);
                if (page.Continuation is null)
                {
                    return found;
                }
            }
        }

        var all = await AllAsync(new AlertQuery(PageSize: 3));
        Assert.Equal(7, all.DistinctBy(alert => alert.Id).Count());
        Assert.Equal(all.OrderByDescending(alert => alert.OpenedAt).Select(alert => alert.Id), all.Select(alert => alert.Id));
        Assert.Equal(5, (await AllAsync(new AlertQuery("zjj", PageSize: 2))).Count);
        Assert.Single(await AllAsync(new AlertQuery(Level: "yellow")));
        Assert.Empty(await AllAsync(new AlertQuery(State: "closed")));
        Assert.Equal(7, (await AllAsync(new AlertQuery(From: AlertRoom.Now.AddHours(-1), To: AlertRoom.Now.AddHours(1)))).Count);
        Assert.Empty(await AllAsync(new AlertQuery(To: AlertRoom.Now.AddHours(-1))));
        Assert.Empty(await AllAsync(new AlertQuery("zjj' or PartitionKey ne 'x")));
    }

    [Fact]
    public async Task Of_two_who_acknowledge_at_once_one_wins_and_the_other_is_told()
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        await room.Desk.HandleAsync([AlertRoom.Judged("1")], AlertRoom.Part(), Ct);
        var id = (await room.Store.QueryAsync(new AlertQuery(), Ct)).Items[0].Id;
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => room.Actions.ApplyAsync(id, "zjj", "签收", $"zjj via link {n}", null, Ct)));
        Assert.Single(results, result => result.Outcome == ActionOutcome.Done);
        Assert.All(results, result => Assert.True(result.Holds, result.Message));
        Assert.Single(await room.Store.LogAsync(id, Ct), entry => entry.Step == "签收");
        var row = Assert.Single((await room.Store.QueryAsync(new AlertQuery(State: AlertState.Acknowledged), Ct)).Items);
        Assert.Equal(results.Single(result => result.Outcome == ActionOutcome.Done).Alert!.AcknowledgedBy, row.AcknowledgedBy);
        Assert.Empty(await AcknowledgeRowsAsync(room));
    }

    [Fact]
    public async Task Parts_of_one_matter_handled_at_once_end_in_one_alert()
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => room.Desk.HandleAsync([AlertRoom.Judged($"{n}")], AlertRoom.Part(n), Ct)));
        Assert.Equal(1, opened.Sum());
        var row = Assert.Single((await room.Store.QueryAsync(new AlertQuery(), Ct)).Items);
        Assert.Equal(6, row.RecordCount);
    }

    [Fact]
    public async Task A_reassigned_alert_leaves_the_partition_of_its_former_unit()
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        await room.Desk.HandleAsync([AlertRoom.Judged("1")], AlertRoom.Part(), Ct);
        var id = (await room.Store.QueryAsync(new AlertQuery(), Ct)).Items[0].Id;
        Assert.True((await room.Actions.ApplyAsync(new StepRequest(id, "admin", "改派", "admin via console", "归城管", To: "csj"), Ct)).Holds);
        Assert.Empty((await room.Store.QueryAsync(new AlertQuery("zjj"), Ct)).Items);
        Assert.Equal("csj", Assert.Single(await AcknowledgeRowsAsync(room)).GetString("Unit"));
        Assert.Equal(id, Assert.Single((await room.Store.QueryAsync(new AlertQuery("csj"), Ct)).Items).Id);
    }

    [Fact]
    public async Task A_units_own_list_holds_what_it_only_supports_for_one_transaction_more()
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        await room.Desk.HandleAsync([.. Enumerable.Range(0, 12).Select(n => AlertRoom.Judged($"{n}", $"第{n}广场", n < 8 ? "zjj" : "honglou"))], AlertRoom.Part(), Ct);
        async Task<(int Found, long Cost)> ListAsync(AlertQuery query)
        {
            var before = room.Clients.Counter.Total;
            var items = (await room.Store.QueryAsync(query, Ct)).Items;
            Assert.Equal(items.Count, items.DistinctBy(alert => alert.Id).Count());
            return (items.Count, room.Clients.Counter.Total - before);
        }

        Assert.Equal((4, 1), await ListAsync(new AlertQuery("honglou")));
        Assert.Equal((12, 2), await ListAsync(new AlertQuery("honglou", Supported: true)));
        Assert.Equal((12, 2), await ListAsync(new AlertQuery("honglou", AlertState.Open, Supported: true)));
        Assert.Equal((0, 2), await ListAsync(new AlertQuery("honglou", AlertState.Closed, Supported: true)));
        Assert.Equal((0, 2), await ListAsync(new AlertQuery("csj", Supported: true)));
    }

    [Fact]
    public async Task Due_rows_are_read_by_one_scan_that_meets_no_later_row_and_go_in_one_transaction()
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        var now = AlertRoom.Now;
        OpenClock Row(int n, TimeSpan after) => new($"A{10_000_000 + n}", n % 2 == 0 ? "acknowledge" : "hotline.reply:remind", now + after, "zjj", "red");
        var due = Enumerable.Range(0, 60).Select(n => Row(n, TimeSpan.FromSeconds(-n))).ToList();
        await room.Store.SaveClocksAsync([.. due, .. Enumerable.Range(100, 300).Select(n => Row(n, TimeSpan.FromMinutes(n)))], Ct);
        var before = room.Clients.Counter.Total;
        var met = await room.Store.DueAsync(now, Ct).ToListAsync(Ct);
        Assert.Equal(1, room.Clients.Counter.Total - before);
        Assert.Equal(due.Select(row => row.RowKey).Order(StringComparer.Ordinal), met.SelectMany(page => page).Select(row => row.RowKey));

        await room.Store.RemoveClocksAsync([.. due.Take(40)], Ct);
        Assert.Equal(2, room.Clients.Counter.Total - before);
        await room.Store.RemoveClocksAsync(due, Ct);
        Assert.Empty(await room.Store.DueAsync(now, Ct).ToListAsync(Ct));
        Assert.Equal(300, (await ClocksAsync(room)).Count);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(10, 22)]
    public async Task Opening_costs_two_transactions_an_alert_and_two_a_part(int alerts, int transactions)
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        var before = room.Clients.Counter.Total;
        Assert.Equal(alerts, await room.Desk.HandleAsync([.. Enumerable.Range(0, alerts).Select(n => AlertRoom.Judged($"{n}", $"第{n}广场"))], AlertRoom.Part(), Ct));
        Assert.Equal(transactions, room.Clients.Counter.Total - before);
    }

    [Fact]
    public async Task A_persons_step_costs_six_transactions()
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        await room.Desk.HandleAsync([AlertRoom.Judged("1")], AlertRoom.Part(), Ct);
        var id = (await room.Store.QueryAsync(new AlertQuery(), Ct)).Items[0].Id;
        var before = room.Clients.Counter.Total;

        // The log, the settle row, the entry, the row, the clocks, and the log once more. Two minutes after the opening the settle row goes by a seventh.
        Assert.Equal(ActionOutcome.Done, (await room.Actions.ApplyAsync(id, "zjj", "签收", "zjj via link", null, Ct)).Outcome);
        Assert.Equal(6, room.Clients.Counter.Total - before);
    }

    [Fact]
    public async Task Joining_by_many_records_of_a_part_costs_four_transactions_and_sends_nothing()
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
        await room.Desk.HandleAsync([AlertRoom.Judged("1")], AlertRoom.Part(), Ct);
        var before = room.Clients.Counter.Total;
        await room.Desk.HandleAsync([.. Enumerable.Range(10, 50).Select(n => AlertRoom.Judged($"{n}"))], AlertRoom.Part(1), Ct);
        Assert.Equal(4, room.Clients.Counter.Total - before);
    }

    private static async Task<List<TableEntity>> AcknowledgeRowsAsync(AlertRoom room) =>
        [.. (await ClocksAsync(room)).Where(row => row.GetString("Clock") == OpenClock.Acknowledge)];

    private static async Task<List<TableEntity>> ClocksAsync(AlertRoom room) =>
        await room.Clients.Table(StorageNames.OpenClocks).QueryAsync<TableEntity>(cancellationToken: Ct).ToListAsync(Ct);
}
