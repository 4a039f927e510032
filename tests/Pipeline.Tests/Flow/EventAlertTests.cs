using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Flow;

/// <summary>An event opens an alert to its lead unit, once.</summary>
public sealed class EventAlertTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_yellow_event_opens_an_alert_and_a_sweep_without_a_change_does_nothing()
    {
        var room = new EventRoom();
        await room.SweepAsync(room.Event(members: EventRoom.Members(5)));
        var alert = room.Only;
        Assert.Equal(("zjj", "yellow", "open", 5, true), (alert.Unit, alert.Level, alert.State, alert.RecordCount, alert.OfEvent));
        Assert.Equal("热点 · 银河小区电梯频繁故障", alert.Title);
        Assert.Equal(EventRoom.Id, alert.Event!.Id);
        Assert.Equal(["银河小区", "电梯"], alert.Event.Terms);
        Assert.Equal("银河小区电梯又停了", alert.Excerpt);
        Assert.Equal(["honglou"], alert.Support);
        Assert.Equal("opened", Assert.Single(room.Alerts.Told).News.Reason);
        Assert.Equivalent(OpenClock.RowsOf(alert), room.Alerts.Clocks.Values, strict: true);
        Assert.Equal(room.Time.GetUtcNow().AddMinutes(120), alert.AcknowledgeBy);
        Assert.Equal(alert.Id, room.Stored[EventRoom.Id].AlertId);
        Assert.All(room.Stored[EventRoom.Id].Members, member => Assert.Equal(EventRoom.Id, room.Names[member.Key]));

        var named = room.Named;
        await room.SweepAsync();
        Assert.Equal((2, 1, named), (room.Alerts.LogOf(alert.Id).Count, room.Alerts.Told.Count, room.Named));
    }

    [Theory]
    [InlineData("blue", "new", false)]
    [InlineData("yellow", "closed", false)]
    [InlineData("red", "new", true)]
    public async Task Blue_closed_and_false_events_open_nothing_but_their_records_name_them(string level, string state, bool isFalse)
    {
        var room = new EventRoom();
        await room.SweepAsync(room.Event(level: level, members: EventRoom.Members(3)) with { State = state, IsFalse = isFalse });
        Assert.Empty(room.Alerts.Ids);
        Assert.Equal(3, room.Names.Values.Count(name => name == EventRoom.Id));
    }

    [Fact]
    public async Task An_event_of_last_month_that_is_imported_today_opens_nothing()
    {
        var room = new EventRoom();
        room.Time.Advance(TimeSpan.FromDays(8));
        await room.SweepAsync(room.Event(level: "red", members: EventRoom.Members(5)));
        Assert.Empty(room.Alerts.Ids);
    }

    [Fact]
    public async Task The_level_rises_with_the_event_and_never_falls()
    {
        var room = new EventRoom();
        await room.SweepAsync(room.Event(members: EventRoom.Members(5)));
        room.Time.Advance(TimeSpan.FromMinutes(10));
        await room.SweepAsync(room.Event(level: "orange", members: EventRoom.Members(9)));
        Assert.Equal(("orange", 9), (room.Only.Level, room.Only.RecordCount));
        Assert.Equal(["opened", "raised-orange"], room.Alerts.Told.Select(told => told.News.Reason));
        Assert.Equal(room.Time.GetUtcNow().AddMinutes(30), room.Only.AcknowledgeBy);
        await room.SweepAsync(room.Event(level: "yellow", members: EventRoom.Members(8)));
        Assert.Equal((3, "orange"), (room.Alerts.LogOf(room.Only.Id).Count, room.Only.Level));
        Assert.Null(room.Names["hotline:r8"]);
    }

    [Fact]
    public async Task Members_that_an_open_alert_tells_of_bind_the_event_to_it_instead_of_a_second_one()
    {
        var room = new EventRoom();
        var danger = Sample.Judged("d1", level: "urgent");
        await room.Desk.HandleAsync([danger], Sample.Part(), Ct);
        var (id, title) = (room.Only.Id, room.Only.Title);
        room.Time.Advance(TimeSpan.FromMinutes(5));
        await room.SweepAsync(room.Event(level: "orange", members: [.. EventRoom.Members(5), danger]));

        Assert.Equal((id, title, "orange", 1, false), (room.Only.Id, room.Only.Title, room.Only.Level, room.Only.RecordCount, room.Only.OfEvent));
        Assert.Equal(EventRoom.Id, room.Only.Event!.Id);
        Assert.Equal(["发现", "派发", "合并"], room.Alerts.LogOf(id).Select(entry => entry.Step));
        Assert.Contains("为同一事项", room.Alerts.LogOf(id)[2].Note, StringComparison.Ordinal);
        Assert.Equal(["opened", "raised-orange"], room.Alerts.Told.Select(told => told.News.Reason));
        Assert.Equal(id, room.Stored[EventRoom.Id].AlertId);
    }

    [Fact]
    public async Task An_alert_of_another_lead_or_closed_before_the_last_record_is_not_bound()
    {
        var room = new EventRoom();
        var danger = Sample.Judged("d1", level: "urgent", lead: "gas");
        await room.Desk.HandleAsync([danger], Sample.Part(), Ct);
        await room.SweepAsync(room.Event(members: [.. EventRoom.Members(5), danger]));
        Assert.Equal(2, room.Alerts.Rows.Count);
    }

    [Fact]
    public async Task What_is_told_after_the_alert_was_closed_opens_it_anew()
    {
        var room = new EventRoom();
        await room.SweepAsync(room.Event(members: EventRoom.Members(5)));
        var actions = new AlertActions(room.Alerts, room.Alerts, new Names(), room.Time);
        await actions.ApplyAsync(room.Only.Id, "zjj", AlertStep.FalseAlarm, "zjj via console", "核实无事", Ct);
        Assert.Equal("closed", room.Only.State);
        await room.SweepAsync(room.Event(members: EventRoom.Members(6)));
        Assert.Equal("closed", room.Only.State);

        room.Time.Advance(TimeSpan.FromHours(3));
        await room.SweepAsync(room.Event(members: [.. EventRoom.Members(6), Sample.Judged("late", level: "routine", received: room.Time.GetUtcNow())]));
        Assert.Equal("open", room.Only.State);
        Assert.StartsWith("reopened-", room.Alerts.Told[^1].News.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_goes_up_in_another_says_so_in_its_alert_and_one_marked_false_too()
    {
        const string Other = "E20261122-00000002";
        var room = new EventRoom();
        var (one, two) = (room.Event(members: EventRoom.Members(5)), room.Event(Other, members: EventRoom.Members(5, "s")));
        await room.SweepAsync(one, two);
        Assert.Equal(2, room.Alerts.Rows.Count);
        var (first, second) = (room.Stored[EventRoom.Id].AlertId!, room.Stored[Other].AlertId!);

        await room.SweepAsync(
            room.Event(members: [.. EventRoom.Members(5), .. EventRoom.Members(5, "s")]) with { FormerIds = [Other] },
            two with { State = StoredEvent.Merged, MergedInto = EventRoom.Id });
        Assert.Contains($"已并入热点 {EventRoom.Id}（预警 {first}）", room.Alerts.LogOf(second)[^1].Note, StringComparison.Ordinal);
        Assert.Equal(EventRoom.Id, room.Names["hotline:s0"]);
        Assert.Equal((2, 3, 2), (room.Alerts.Told.Count, room.Alerts.LogOf(second).Count, room.Alerts.LogOf(first).Count));

        await room.SweepAsync(room.Stored[EventRoom.Id] with { IsFalse = true });
        Assert.Contains("已由人工标记为误报", room.Alerts.LogOf(first)[^1].Note, StringComparison.Ordinal);
        await room.SweepAsync(room.Stored[EventRoom.Id] with { IsFalse = false });
        Assert.Contains("现恢复", room.Alerts.LogOf(first)[^1].Note, StringComparison.Ordinal);
        Assert.Equal(2, room.Alerts.Told.Count);
    }

    [Fact]
    public async Task An_event_that_takes_up_one_with_an_open_alert_is_bound_to_that()
    {
        const string Other = "E20261122-00000002";
        var room = new EventRoom();
        var blue = room.Event(level: "blue", members: EventRoom.Members(3));
        var two = room.Event(Other, members: EventRoom.Members(5, "s"));
        await room.SweepAsync(blue, two);
        await room.SweepAsync(
            room.Event(members: [.. EventRoom.Members(3), .. EventRoom.Members(5, "s")]) with { FormerIds = [Other] }, two with { State = StoredEvent.Merged, MergedInto = EventRoom.Id });
        Assert.Equal(room.Only.Id, room.Stored[EventRoom.Id].AlertId);
        Assert.Single(room.Alerts.Told);
        Assert.Equal(8, room.Only.RecordCount);
    }

    [Fact]
    public async Task What_speaks_against_the_lead_unit_is_kept_from_it()
    {
        var room = new EventRoom();
        var against = Sample.Judged("x", level: "routine", lead: "qzfb", recused: ["zjj"], body: "住建局某科长不作为");
        await room.SweepAsync(room.Event(members: [against, .. EventRoom.Members(5)]));
        Assert.Equal("zjj", room.Only.Unit);
        Assert.DoesNotContain("科长", room.Only.Excerpt + room.Only.Title, StringComparison.Ordinal);
        Assert.True(room.Only.Event!.HasHidden);
        Assert.Equal(["zjj"], room.Stored[EventRoom.Id].Recused);
        Assert.Empty(room.Only.Recused);

        var all = new EventRoom();
        await all.SweepAsync(all.Event(members: [.. Enumerable.Range(0, 4).Select(i => Sample.Judged($"x{i}", level: "routine", lead: "zjj", recused: ["zjj"]))]));
        Assert.Equal("qzfb", all.Only.Unit);
    }
}
