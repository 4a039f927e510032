using CsCheck;
using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Storage;

/// <summary>The records table: what is written, and what it costs.</summary>
public sealed class RecordTableTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset At = TestRecords.Noon.AddHours(1);

    [Fact]
    public async Task A_thousand_new_records_of_a_day_cost_ten_transactions()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var records = Judged(Enumerable.Range(0, 1_000).Select(number => TestRecords.Masked(number)));
        var before = rig.Transactions;
        var outcomes = await StoreAsync(rig, records, Batch(0));
        Assert.Equal(10, rig.Transactions - before);
        Assert.All(outcomes, outcome => Assert.Equal(StoreOutcome.Stored, outcome));
    }

    [Fact]
    public async Task The_same_records_again_change_no_row_and_cost_three_transactions()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var records = Judged(Enumerable.Range(0, 1_000).Select(number => TestRecords.Masked(number)));
        await StoreAsync(rig, records, Batch(0));
        var marks = await rig.MarksAsync(StorageNames.Records);
        var before = rig.Transactions;
        var outcomes = await StoreAsync(rig, records, Batch(1));
        Assert.InRange(rig.Transactions - before, 2, 3);
        Assert.All(outcomes, outcome => Assert.Equal(StoreOutcome.Unchanged, outcome));
        Assert.Equal(marks, await rig.MarksAsync(StorageNames.Records));
    }

    [Fact]
    public async Task Records_of_many_days_that_are_there_already_are_told_by_one_range_query()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var records = Judged(Enumerable.Range(0, 300).Select(number => TestRecords.Masked(number, at: TestRecords.Noon.AddDays(-(number % 60)))));
        await StoreAsync(rig, records, Batch(0));
        var before = rig.Transactions;
        var outcomes = await StoreAsync(rig, records, Batch(1));
        Assert.InRange(rig.Transactions - before, 1, 12);
        Assert.All(outcomes, outcome => Assert.Equal(StoreOutcome.Unchanged, outcome));
    }

    [Fact]
    public async Task A_newer_version_takes_the_row_over_and_an_older_one_never_does()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await StoreAsync(rig, [TestRecords.Judged(TestRecords.Masked(1, version: 2, body: "第二版"))], Batch(0));
        Assert.Equal([StoreOutcome.Unchanged], await StoreAsync(rig, [TestRecords.Judged(TestRecords.Masked(1, version: 1, body: "第一版"))], Batch(1)));
        Assert.Equal([StoreOutcome.Updated], await StoreAsync(rig, [TestRecords.Judged(TestRecords.Masked(1, version: 3, body: "第三版"))], Batch(2)));
        var row = Assert.Single(await rig.RowsAsync(StorageNames.Records));
        Assert.Equal("第三版", row.GetString("body"));
        Assert.Equal(3, row.GetInt32("version"));
        Assert.Equal(2, row.GetInt32("revision"));
    }

    [Fact]
    public async Task A_replay_by_the_same_batch_reports_what_it_did_the_first_time()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var first = Judged([TestRecords.Masked(1), TestRecords.Masked(2)]);
        await StoreAsync(rig, first, Batch(0));
        var second = Judged([TestRecords.Masked(1, version: 2, body: "补充"), TestRecords.Masked(2), TestRecords.Masked(3)]);
        StoreOutcome[] expected = [StoreOutcome.Updated, StoreOutcome.Unchanged, StoreOutcome.Stored];
        Assert.Equal(expected, await StoreAsync(rig, second, Batch(1)));
        var marks = await rig.MarksAsync(StorageNames.Records);
        Assert.Equal(expected, await StoreAsync(rig, second, Batch(1)));
        Assert.Equal(marks, await rig.MarksAsync(StorageNames.Records));
    }

    [Fact]
    public async Task Two_versions_in_one_part_leave_the_newer()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var outcomes = await StoreAsync(rig, Judged([TestRecords.Masked(1, version: 2, body: "新"), TestRecords.Masked(1, body: "旧")]), Batch(0));
        Assert.Equal([StoreOutcome.Stored, StoreOutcome.Unchanged], outcomes);
        Assert.Equal("新", Assert.Single(await rig.RowsAsync(StorageNames.Records)).GetString("body"));
    }

    [Fact]
    public async Task Any_order_of_batches_ends_in_the_same_rows()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var number = 0;
        await Gen.Select(Gen.Int[1, 3].Array[2, 5], Gen.Int).SampleAsync(
            async (versions, seed) =>
            {
                // Each batch says something else: a text that returns under its old version is not told from one that never left.
                var changes = versions.Select((version, index) => (Version: version, Text: $"文{index}")).ToArray();
                var (left, right) = (Interlocked.Increment(ref number), Interlocked.Increment(ref number));
                var order = Enumerable.Range(0, changes.Length).ToArray();
                new Random(seed).Shuffle(order);
                foreach (var index in Enumerable.Range(0, changes.Length))
                {
                    await StoreAsync(rig, [TestRecords.Judged(TestRecords.Masked(left, version: changes[index].Version, body: changes[index].Text))], Batch(index));
                    var shuffled = changes[order[index]];
                    await StoreAsync(rig, [TestRecords.Judged(TestRecords.Masked(right, version: shuffled.Version, body: shuffled.Text))], Batch(order[index]));
                }

                var (one, other) = (await FindAsync(rig, left), await FindAsync(rig, right));
                Assert.Equal((one.Version, one.Body), (other.Version, other.Body));
            },
            iter: 25,
            threads: 1);
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_no_newest_version()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await Task.WhenAll(Enumerable.Range(1, 6).Select(version => StoreAsync(
            rig,
            Judged(Enumerable.Range(0, 50).Select(number => TestRecords.Masked(number, version: version, body: $"第{version}版"))),
            Batch(version))));
        var rows = await rig.RowsAsync(StorageNames.Records);
        Assert.Equal(50, rows.Count);
        Assert.All(rows, row => Assert.Equal(6, row.GetInt32("version")));
    }

    [Fact]
    public async Task A_record_is_read_back_as_it_was_written()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var record = TestRecords.Masked(7, Channels.Weibo, body: new string('长', 70_000) + "😀尾") with
        {
            SourceId = "帖/子?#\\7 %27'",
            Reach = new Reach(12_000, 3, 2, 1),
            Handling = new Handling { DispatchedAt = TestRecords.Noon, DueAt = TestRecords.Noon.AddDays(3), CityDueAt = TestRecords.Noon.AddDays(2), Reply = "已办", RepliedAt = TestRecords.Noon.AddDays(1), Satisfied = false },
        };
        await StoreAsync(rig, [TestRecords.Judged(record)], Batch(0));
        var query = rig.Get<SentimentWatch.Pipeline.Insights.IRecordQuery>();
        var stored = await query.FindAsync(record.Channel, record.SourceId, record.ReceivedAt, TestContext.Current.CancellationToken);
        Assert.NotNull(stored);
        Assert.Equal(record, stored.Record);
        Assert.Equivalent(TestRecords.Judged(record).Verdict, stored.Verdict);
        Assert.Equal("replied", stored.Status);
    }

    private static IReadOnlyList<JudgedRecord> Judged(IEnumerable<CitizenRecord> records) => [.. records.Select(record => TestRecords.Judged(record))];

    private static string Batch(int order) => BatchId.From(At.AddSeconds(order), "test");

    private static Task<IReadOnlyList<StoreOutcome>> StoreAsync(Rig rig, IReadOnlyList<JudgedRecord> records, string batch) =>
        rig.Get<IRecordStore>().StoreAsync(records, batch, At, TestContext.Current.CancellationToken);

    private static async Task<CitizenRecord> FindAsync(Rig rig, int number)
    {
        var record = TestRecords.Masked(number);
        var found = await rig.Get<SentimentWatch.Pipeline.Insights.IRecordQuery>()
            .FindAsync(record.Channel, record.SourceId, record.ReceivedAt, TestContext.Current.CancellationToken);
        return found!.Record;
    }
}
