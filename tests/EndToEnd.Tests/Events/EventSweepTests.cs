using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Events;

/// <summary>From records to rows of the table <c>events</c>, and what persons set right.</summary>
public sealed class EventSweepTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Start = TestRecords.Noon.AddDays(-1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_matter_told_in_five_channels_is_one_event_and_an_idle_sweep_writes_nothing()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await TakeAsync(rig, Matters.LiftAt("锦泊花园小区", "l", Start));
        Assert.Equal(1, await rig.Get<EventSweep>().RunAsync(Ct));

        var line = Assert.Single(await ListAsync(rig));
        Assert.Equal((5, 5, "new", "zjj"), (line.RecordCount, line.Voices, line.State, line.Lead));
        Assert.Contains("锦泊花园", line.Title, StringComparison.Ordinal);
        Assert.Equal(5, line.Channels.Count);
        Assert.NotEmpty(line.Terms);

        var before = rig.Transactions;
        Assert.Equal(0, await rig.Get<EventSweep>().RunAsync(Ct));
        Assert.InRange(rig.Transactions - before, 1, 2);
    }

    [Fact]
    public async Task The_same_import_again_writes_no_row_of_sketches()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await TakeAsync(rig, Matters.SmokeAt("云溪华庭", "s", Start));
        var marks = await rig.MarksAsync(StorageNames.Sketches);
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await TakeAsync(rig, Matters.SmokeAt("云溪华庭", "s", Start));
        Assert.Equal(marks, await rig.MarksAsync(StorageNames.Sketches));
    }

    [Fact]
    public async Task A_new_wave_after_closing_is_an_event_of_its_own_that_names_the_old_one()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await TakeAsync(rig, Matters.LiftAt("锦泊花园小区", "l", Start));
        await rig.Get<EventSweep>().RunAsync(Ct);
        var old = Assert.Single(await ListAsync(rig));
        rig.Time.Advance(TimeSpan.FromDays(70));
        Assert.Equal(1, await rig.Get<EventSweep>().RunAsync(Ct));
        Assert.Equal("closed", (await FindAsync(rig, old.EventId)).State);

        await TakeAsync(rig, Matters.LiftAt("锦泊花园小区", "again", Start.AddDays(70)));
        await rig.Get<EventSweep>().RunAsync(Ct);
        var wave = Assert.Single(await ListAsync(rig), line => line.EventId != old.EventId);
        Assert.Equal((old.EventId, "new", 5), (wave.Predecessor, wave.State, wave.RecordCount));
        Assert.Equal("closed", (await FindAsync(rig, old.EventId)).State);
    }

    [Fact]
    public async Task What_a_person_joined_cut_and_named_stays_so_and_old_ids_lead_on()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await TakeAsync(rig, [.. Matters.LiftAt("锦泊花园小区", "l", Start), .. Matters.SmokeAt("云溪华庭", "s", Start.AddHours(1))]);
        await rig.Get<EventSweep>().RunAsync(Ct);
        var lines = await ListAsync(rig);
        var (lift, smoke) = (lines.Single(line => line.RecordCount == 5).EventId, lines.Single(line => line.RecordCount == 3).EventId);

        await StepAsync(rig, lift, EventSteps.Merge, to: smoke, note: "同一物业，电话13800138000");
        var merged = Assert.Single(await ListAsync(rig));
        Assert.Equal(8, merged.RecordCount);
        Assert.Equal(merged.EventId, (await FindAsync(rig, lift)).Id);
        Assert.Equal(merged.EventId, (await FindAsync(rig, smoke)).Id);
        Assert.DoesNotContain("13800138000", (await rig.RowsAsync(StorageNames.EventLog))[0].GetString("note"), StringComparison.Ordinal);

        await StepAsync(rig, merged.EventId, EventSteps.Split, records: [.. (await FindAsync(rig, smoke)).Members.Where(m => m.SourceId[0] == 's').Select(m => m.Key)]);
        await StepAsync(rig, lift, EventSteps.Rename, title: "锦泊花园电梯困人");
        lines = await ListAsync(rig);
        Assert.Equal([3, 5], lines.Select(line => line.RecordCount).Order());
        Assert.Equal("锦泊花园电梯困人", lines.Single(line => line.RecordCount == 5).Title);

        // More of the same does not bring together what was cut, nor does a new book.
        await TakeAsync(rig, [.. Matters.LiftAt("锦泊花园小区", "l2", Start.AddHours(2)), .. Matters.SmokeAt("云溪华庭", "s2", Start.AddHours(3))]);
        rig.Time.Advance(TimeSpan.FromHours(25));
        await rig.Get<EventSweep>().RunAsync(Ct);
        Assert.Equal([6, 10], (await ListAsync(rig)).Select(line => line.RecordCount).Order());

        await StepAsync(rig, (await ListAsync(rig)).Single(line => line.RecordCount == 6).EventId, EventSteps.False);
        Assert.True((await ListAsync(rig)).Single(line => line.RecordCount == 6).IsFalse);
    }

    [Fact]
    public async Task Records_taken_out_of_one_matter_stay_out()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await TakeAsync(rig, [.. Matters.LiftAt("锦泊花园小区", "l", Start), .. Matters.LiftAt("锦泊花园小区", "m", Start.AddHours(1))]);
        await rig.Get<EventSweep>().RunAsync(Ct);
        var whole = Assert.Single(await ListAsync(rig));
        await StepAsync(rig, whole.EventId, EventSteps.Split, records: [.. (await FindAsync(rig, whole.EventId)).Members.Where(m => m.SourceId[0] == 'm').Select(m => m.Key)]);
        var lines = await ListAsync(rig);
        Assert.Equal([5, 5], lines.Select(line => line.RecordCount));
        Assert.Equal(whole.EventId, lines.Single(line => line.EventId != whole.EventId).SplitFrom);
    }

    [Fact]
    public async Task Records_may_be_moved_to_the_event_that_they_belong_to()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await TakeAsync(rig, [.. Matters.LiftAt("锦泊花园小区", "l", Start), .. Matters.SmokeAt("云溪华庭", "s", Start)]);
        await rig.Get<EventSweep>().RunAsync(Ct);
        var lines = await ListAsync(rig);
        var (lift, smoke) = (lines.Single(line => line.RecordCount == 5).EventId, lines.Single(line => line.RecordCount == 3).EventId);
        var astray = (await FindAsync(rig, lift)).Members.Where(m => m.Channel == Channels.WeChat).Select(m => m.Key).ToList();
        Assert.Equal(EventOutcome.Invalid, await TryAsync(rig, lift, EventSteps.Split, to: lift, records: astray));
        Assert.Equal(EventOutcome.Invalid, await TryAsync(rig, lift, EventSteps.Split, to: "E20200101-00000000", records: astray));

        await StepAsync(rig, lift, EventSteps.Split, to: smoke, records: astray);

        Assert.Equal(4, (await FindAsync(rig, lift)).RecordCount);
        Assert.Contains((await FindAsync(rig, smoke)).Members, member => member.Key == astray[0]);
        Assert.Equal(EventSteps.Split, Assert.Single(await rig.Get<EventDesk>().StepsAsync(await FindAsync(rig, smoke), Ct)).Step);
    }

    [Fact]
    public async Task What_was_marked_false_stays_so_until_it_has_grown_threefold_or_a_person_restores_it()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await TakeAsync(rig, Matters.LiftAt("锦泊花园小区", "l", Start));
        await rig.Get<EventSweep>().RunAsync(Ct);
        var id = Assert.Single(await ListAsync(rig)).EventId;
        Assert.Equal(EventOutcome.Invalid, await TryAsync(rig, id, EventSteps.Restore));
        await StepAsync(rig, id, EventSteps.False);
        Assert.True((await FindAsync(rig, id)).IsFalse);

        await TakeAsync(rig, Matters.LiftAt("锦泊花园小区", "m", Start.AddHours(2)));
        rig.Time.Advance(TimeSpan.FromMinutes(5));
        await rig.Get<EventSweep>().RunAsync(Ct);
        Assert.Equal((10, true), ((await FindAsync(rig, id)).Voices, (await FindAsync(rig, id)).IsFalse));

        await TakeAsync(rig, Matters.LiftAt("锦泊花园小区", "n", Start.AddHours(3)));
        await rig.Get<EventSweep>().RunAsync(Ct);
        var grown = await FindAsync(rig, id);
        Assert.Equal((15, false), (grown.Voices, grown.IsFalse));
        Assert.Contains("曾标记为误报（当时 5 人反映），现已增至 15 人", grown.Why, StringComparison.Ordinal);

        // Marked again it is false for what it is now; restored it is as if never marked.
        await StepAsync(rig, id, EventSteps.False);
        Assert.True((await FindAsync(rig, id)).IsFalse);
        await StepAsync(rig, id, EventSteps.Restore);
        var restored = await FindAsync(rig, id);
        Assert.False(restored.IsFalse);
        Assert.DoesNotContain("误报", restored.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_far_above_other_times_is_told_of_and_days_are_counted_once()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await TakeAsync(rig, [.. Enumerable.Range(1, 40).Select(back => Water($"p{back}", Start.AddDays(-back), back))]);
        await rig.Get<EventSweep>().RunAsync(Ct);
        await TakeAsync(rig, [.. Enumerable.Range(0, 12).Select(i => Water($"w{i}", Start.AddMinutes(i), 41 + i))]);
        await rig.Get<EventSweep>().RunAsync(Ct);

        Assert.Empty(await ListAsync(rig));
        var reply = await rig.Get<QueryDesk>().AnswerAsync(QuerySubject.Events, new Dictionary<string, string?> { ["kind"] = "topic-burst", ["from"] = DayText.Iso(ShanghaiTime.DayOf(Start)) }, Ct);
        Assert.Null(reply.Error);
        var text = System.Text.Encoding.UTF8.GetString(reply.Content);
        Assert.Contains("jd-x·停水：", text, StringComparison.Ordinal);
        Assert.Contains("\"voices\":12", text, StringComparison.Ordinal);
        var rows = await rig.RowsAsync(StorageNames.Topics);
        Assert.InRange(rows.Count, 39, 42);
        Assert.Contains("jd-x", rows[0].GetString("counts"), StringComparison.Ordinal);

        var marks = await rig.MarksAsync(StorageNames.Topics);
        rig.Time.Advance(TimeSpan.FromHours(2));
        await rig.Get<EventSweep>().RunAsync(Ct);
        Assert.Equal(marks, await rig.MarksAsync(StorageNames.Topics));
    }

    // Each of another lane, so that no two speak of one matter.
    private static SubmittedRecord Water(string id, DateTimeOffset at, int number) => new()
    {
        Channel = Channels.Hotline,
        SourceId = id,
        ReceivedAt = at,
        Body = $"来电人反映{(char)(0x9E00 + (2 * number))}{(char)(0x9E01 + (2 * number))}巷停水了。",
        CallerFields = [$"caller-{id}"],
    };

    private static async Task TakeAsync(Rig rig, IEnumerable<SubmittedRecord> records)
    {
        await Matters.AcceptAsync(rig, records);
        await rig.DrainAsync();
    }

    private static Task<IReadOnlyList<EventLine>> ListAsync(Rig rig) =>
        rig.Get<IEventQuery>().ReadAsync(ShanghaiTime.DayOf(Start).AddDays(-2), ShanghaiTime.DayOf(rig.Time.GetUtcNow()), Ct);

    private static async Task<StoredEvent> FindAsync(Rig rig, string id) => (await rig.Get<EventDesk>().FindAsync(id, Ct))!;

    private static async Task StepAsync(Rig rig, string id, string step, string? to = null, IReadOnlyList<string>? records = null, string? title = null, string? note = null)
    {
        Assert.Equal(EventOutcome.Done, await TryAsync(rig, id, step, to, records, title, note));
        await rig.Get<EventSweep>().RunAsync(Ct);
    }

    private static async Task<EventOutcome> TryAsync(Rig rig, string id, string step, string? to = null, IReadOnlyList<string>? records = null, string? title = null, string? note = null)
    {
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        return (await rig.Get<EventDesk>().TakeAsync(new EventWish(id, step, to, records ?? [], title, note, "officer via api"), Ct)).Outcome;
    }
}
