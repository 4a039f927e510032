using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Flow;

/// <summary>Stored records judged again with a newer model.</summary>
public sealed class RescoreTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Day = ShanghaiTime.DayOf(TestRecords.Noon);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_model_changes_nothing()
    {
        var judge = new TurningJudge();
        await using var rig = await StartAsync(judge, 250);
        var marks = await rig.MarksAsync(StorageNames.Records);

        var report = await RunAsync(rig);

        Assert.Equal((250, 0), (report.Read, report.Changed));
        Assert.Equal(marks, await rig.MarksAsync(StorageNames.Records));
    }

    [Fact]
    public async Task A_newer_model_writes_its_verdicts_and_version_and_a_second_run_changes_nothing()
    {
        var judge = new TurningJudge();
        await using var rig = await StartAsync(judge, 1_000);
        judge.Turn = verdict => verdict with
        {
            Model = "test.2",
            Topic = verdict.SourceId.EndsWith('7') ? new TopicVerdict("环境保护", 0.6f, [new TopicScore("环境保护", 0.6f)]) : verdict.Topic,
            Routing = verdict.Routing with { Support = [], Place = null },
        };
        var before = rig.Transactions;

        var report = await RunAsync(rig);

        Assert.Equal((1_000, 1_000, 100, 0, 0), (report.Read, report.Changed, report.Topic, report.Urgency, report.NewEmergencies));
        Assert.InRange(rig.Transactions - before, 11, 20);
        var rows = await rig.RowsAsync(StorageNames.Records);
        Assert.All(rows, row => Assert.Equal("test.2", row.GetString("model")));
        Assert.All(rows, row => Assert.False(row.ContainsKey("support") || row.ContainsKey("street")));
        Assert.All(rows, row => Assert.Equal(1, row.GetInt32("revision")));
        Assert.Equal(100, rows.Count(row => row.GetString("topic") == "环境保护"));
        Assert.Equal(0, (await RunAsync(rig)).Changed);
    }

    [Fact]
    public async Task A_new_emergency_is_put_up_for_a_person_and_alerts_nobody()
    {
        var judge = new TurningJudge();
        await using var rig = await StartAsync(judge, 20);
        judge.Turn = verdict => verdict with
        {
            Model = "test.2",
            Urgency = verdict.SourceId == "T000003" ? new UrgencyVerdict("emergency", 0.8f, "fire", ["起火"]) : verdict.Urgency,
        };

        var report = await RunAsync(rig);

        Assert.Equal(1, report.NewEmergencies);
        var row = Assert.Single(await rig.RowsAsync(StorageNames.Review));
        Assert.Equal("T000003", row.GetString("sourceId"));
        Assert.Contains("新认定为突发", row.GetString("why"), StringComparison.Ordinal);
        Assert.Empty(await rig.RowsAsync(StorageNames.Alerts));
        Assert.Equal([Day], (await rig.Get<IDirtyDays>().ListAsync(Ct)).Select(mark => mark.Day));
    }

    [Fact]
    public async Task What_a_person_decided_stays()
    {
        var judge = new TurningJudge();
        await using var rig = await StartAsync(judge, 3);
        var table = rig.Storage.Table(StorageNames.Records);
        var row = (await rig.RowsAsync(StorageNames.Records))[1];
        await table.UpdateEntityAsync(
            new TableEntity(row.PartitionKey, row.RowKey) { ["topic"] = "教育文体", ["decided"] = "topic", ["decidedBy"] = "officer via console", ["decidedAt"] = TestRecords.Noon },
            row.ETag, TableUpdateMode.Merge, Ct);
        judge.Turn = verdict => verdict with { Model = "test.2", Sentiment = new SentimentVerdict("neutral", 0.1f, 0.8f, 0.1f), Topic = new TopicVerdict("环境保护", 0.6f, []) };

        Assert.Equal((3, 2, 3), (await RunAsync(rig)) is var report ? (report.Changed, report.Topic, report.Sentiment) : default);

        var after = (await rig.RowsAsync(StorageNames.Records))[1];
        Assert.Equal(("教育文体", "neutral", "topic"), (after.GetString("topic"), after.GetString("sentiment"), after.GetString("decided")));

        // Nor does a newer version of the record, or a replay of the old one.
        await rig.AcceptAsync(Channels.Hotline, TestRecords.Submitted(1), TestRecords.Submitted(1, version: 2, body: "补充几句"));
        await rig.DrainAsync();
        after = (await rig.RowsAsync(StorageNames.Records))[1];
        Assert.Equal(("教育文体", 2, "officer via console"), (after.GetString("topic"), after.GetInt32("version"), after.GetString("decidedBy")));
    }

    [Fact]
    public async Task A_row_that_another_writer_changes_meanwhile_is_judged_once_more()
    {
        var judge = new TurningJudge();
        await using var rig = await StartAsync(judge, 150);
        judge.Turn = verdict => verdict with { Model = "test.2" };
        var disturbed = 0;
        judge.Before = () =>
        {
            if (Interlocked.Increment(ref disturbed) == 1)
            {
                var key = new TableEntity($"hotline_{Day:yyyyMMdd}", "T000010") { ["eventId"] = "E1" };
                rig.Storage.Table(StorageNames.Records).UpdateEntity(key, Azure.ETag.All, TableUpdateMode.Merge, Ct);
            }
        };

        var report = await RunAsync(rig);

        Assert.Equal(150, report.Changed);
        var rows = await rig.RowsAsync(StorageNames.Records);
        Assert.All(rows, row => Assert.Equal("test.2", row.GetString("model")));
        Assert.Equal("E1", rows[10].GetString("eventId"));
    }

    private static Task<RescoreReport> RunAsync(Rig rig) => rig.Get<Rescorer>().RunAsync(Day.AddDays(-3), Day, null, null, Ct);

    private async Task<Rig> StartAsync(TurningJudge judge, int records)
    {
        var rig = await Rig.StartAsync(azurite, services => services.AddSingleton<IRecordJudge>(judge));
        await rig.AcceptAsync(Channels.Hotline, Enumerable.Range(0, records).Select(number => TestRecords.Submitted(number)));
        await rig.DrainAsync();
        return rig;
    }

    /// <summary>One verdict for all, until it is turned.</summary>
    private sealed class TurningJudge : IRecordJudge
    {
        public Func<Verdict, Verdict> Turn { get; set; } = verdict => verdict;

        public Action Before { get; set; } = () => { };

        public IReadOnlyList<JudgedRecord> Judge(IReadOnlyList<CitizenRecord> records, CancellationToken cancellationToken)
        {
            Before();
            return [.. records.Select(record => TestRecords.Judged(record)).Select(judged => judged with { Verdict = Turn(judged.Verdict) })];
        }
    }
}
