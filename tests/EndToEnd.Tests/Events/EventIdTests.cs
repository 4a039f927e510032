using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Events;

/// <summary>The rows of records name their event.</summary>
public sealed class EventIdTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Start = TestRecords.Noon.AddDays(-1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_name_their_event_through_newer_versions_and_through_what_persons_set_right()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await TakeAsync(rig, Matters.LiftAt("锦泊花园小区", "l", Start));
        await rig.Get<EventSweep>().RunAsync(Ct);
        var whole = Assert.Single(await EventsAsync(rig));
        Assert.All(await NamesAsync(rig), pair => Assert.Equal(whole.Id, pair.Value));

        // A newer version of a record replaces its row.
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await TakeAsync(rig, Matters.LiftAt("锦泊花园小区", "l", Start).Select(record => record with { Version = 2, Body = record.Body + "请尽快。" }));
        Assert.All(await NamesAsync(rig), pair => Assert.Equal(whole.Id, pair.Value));

        // Two that are taken out are too few for an event of their own.
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Get<EventDesk>().TakeAsync(
            new EventWish(whole.Id, EventSteps.Split, null, [.. whole.Members.Take(2).Select(member => member.Key)], null, null, "officer via api"), Ct);
        await rig.Get<EventSweep>().RunAsync(Ct);
        var names = await NamesAsync(rig);
        Assert.Equal(3, names.Values.Count(name => name == whole.Id));
        Assert.All(whole.Members.Take(2), member => Assert.Null(names[member.Key]));

        using var csv = new MemoryStream();
        await rig.Get<RecordExporter>().ExportAsync(new RecordFilter(ShanghaiTime.DayOf(Start), ShanghaiTime.DayOf(Start).AddDays(2)), ExportFormat.Csv, csv, null, Ct);
        var lines = System.Text.Encoding.UTF8.GetString(csv.ToArray()).Split('\n');
        Assert.Contains("eventId", lines[0], StringComparison.Ordinal);
        Assert.Equal(3, lines.Count(line => line.Contains($",{whole.Id},", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_record_whose_row_is_gone_keeps_no_other_from_its_name()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await TakeAsync(rig, Matters.LiftAt("锦泊花园小区", "l", Start));
        var table = rig.Storage.Table(StorageNames.Records);
        var day = ShanghaiTime.DayOf(Start);
        await table.AddEntityAsync(new Azure.Data.Tables.TableEntity($"hotline_{day:yyyyMMdd}", "other") { ["sourceId"] = "other" }, Ct);
        await rig.Get<IRecordEvents>().WriteAsync(
            new Dictionary<EventMember, string?> { [new("hotline", "gone", day)] = "E1", [new("hotline", "other", day)] = "E1", [new("weibo", "gone", day)] = "E1" }, Ct);
        Assert.Equal("E1", (await table.GetEntityAsync<Azure.Data.Tables.TableEntity>($"hotline_{day:yyyyMMdd}", "other", cancellationToken: Ct)).Value.GetString("eventId"));
        Assert.DoesNotContain(await rig.RowsAsync(StorageNames.Records), row => row.RowKey == "gone");
    }

    [Fact]
    public async Task A_sweep_that_died_after_the_event_is_mended_by_the_next_and_one_that_met_nothing_new_costs_no_more_than_before()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await TakeAsync(rig, Matters.LiftAt("锦泊花园小区", "l", Start));
        await rig.Get<EventSweep>().RunAsync(Ct);
        var one = Assert.Single(await EventsAsync(rig));
        Assert.Equal(one.Due, one.Followed);

        // As a sweep leaves it that dies right after writing the row.
        await rig.Get<IEventStore>().WriteAsync([one with { AlertId = null, Followed = null }], Ct);
        await rig.Get<IRecordEvents>().WriteAsync(one.Members.ToDictionary(member => member, _ => (string?)null), Ct);
        await using var next = await Rig.StartAsync(azurite, services => Share(services, rig));
        await next.Get<EventSweep>().RunAsync(Ct);
        Assert.All(await NamesAsync(rig), pair => Assert.Equal(one.Id, pair.Value));
        var mended = Assert.Single(await EventsAsync(rig));
        Assert.Equal((one.AlertId, one.Due), (mended.AlertId, mended.Followed));
        Assert.Equal(one.AlertId is null ? 0 : 1, (await rig.RowsAsync(StorageNames.Alerts)).Count);

        var before = rig.Transactions;
        Assert.Equal(0, await next.Get<EventSweep>().RunAsync(Ct));
        Assert.InRange(rig.Transactions - before, 1, 2);
    }

    [Fact]
    public async Task What_follows_an_event_costs_few_transactions()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await TakeAsync(rig, Matters.LiftAt("锦泊花园小区", "l", Start));
        var before = rig.Transactions;
        await rig.Get<EventSweep>().RunAsync(Ct);
        var opening = rig.Transactions - before;
        await TakeAsync(rig, Matters.LiftAt("锦泊花园小区", "m", Start.AddHours(1)));

        // What merely grows is written every five minutes.
        rig.Time.Advance(TimeSpan.FromMinutes(6));
        before = rig.Transactions;
        await rig.Get<EventSweep>().RunAsync(Ct);
        var joining = rig.Transactions - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"opening {opening}, five more in five channels {joining}");
        Assert.NotNull(Assert.Single(await EventsAsync(rig)).AlertId);
        Assert.Equal(10, (await NamesAsync(rig)).Values.Count(name => name is not null));
        Assert.InRange(opening, 1, 40);
        Assert.InRange(joining, 1, 24);
    }

    private static void Share(Microsoft.Extensions.DependencyInjection.IServiceCollection services, Rig rig)
    {
        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, rig.Storage);
        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<TimeProvider>(services, rig.Time);
    }

    private static async Task TakeAsync(Rig rig, IEnumerable<SubmittedRecord> records)
    {
        await Matters.AcceptAsync(rig, records);
        await rig.DrainAsync();
    }

    private static Task<IReadOnlyList<StoredEvent>> EventsAsync(Rig rig) => rig.Get<IEventStore>().ReadAsync(ShanghaiTime.DayOf(Start).AddDays(-40), Ct);

    private static async Task<Dictionary<string, string?>> NamesAsync(Rig rig) => (await rig.RowsAsync(StorageNames.Records)).ToDictionary(
        row => $"{row.GetString("channel")}:{row.GetString("sourceId")}", row => row.GetString("eventId") is { Length: > 0 } id ? id : null, StringComparer.Ordinal);
}
