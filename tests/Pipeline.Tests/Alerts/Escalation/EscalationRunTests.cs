using System.Globalization;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Tests.Alerts;

public sealed class EscalationRunTests
{
    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    [Fact]
    public async Task An_alert_that_nobody_takes_up_is_reminded_at_half_and_escalated_in_full_first_up_then_to_the_offices()
    {
        var room = new EscalationRoom();
        await room.OpenAsync(Sample.Judged());
        await room.AfterAsync(Minutes(7));
        Assert.Equal(["发现", "派发"], room.Steps);

        await room.AfterAsync(Minutes(1));
        Assert.Equal(["发现", "派发", "催办"], room.Steps);
        Assert.Equal(["zjj", "honglou"], room.Told.Single().News.To);

        await room.AfterAsync(Minutes(7));
        Assert.Equal(["发现", "派发", "催办", "升级"], room.Steps);
        Assert.Equal(["zjj", "cjw"], room.Told[1].News.To);

        await room.AfterAsync(Minutes(15));
        Assert.Equal("升级", room.Steps[^1]);
        Assert.Equal(["zjj", "qzfb", "wxb"], room.Told[2].News.To);
        Assert.All(room.Told, told => Assert.False(told.Recheck));
        Assert.Empty(room.Summaries);
    }

    [Fact]
    public async Task While_nobody_takes_it_up_it_is_repeated_every_four_hours()
    {
        var room = new EscalationRoom();
        await room.OpenAsync(Sample.Judged());
        for (var minute = 0; minute < 9 * 60; minute++)
        {
            await room.AfterAsync(Minutes(1));
        }

        Assert.Equal(2, Repeats(room));

        await room.AcknowledgeAsync(room.Alert);
        for (var hour = 0; hour < 12; hour++)
        {
            await room.AfterAsync(Minutes(60));
        }

        Assert.Equal(2, Repeats(room));

        static int Repeats(EscalationRoom room) => room.Store.LogOf(room.Alert.Id).Count(entry => entry.Source?.EndsWith("acknowledge:repeat", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task What_is_acknowledged_in_time_is_neither_reminded_nor_escalated_for_that()
    {
        var room = new EscalationRoom();
        await room.AcknowledgeAsync(await room.OpenAsync(Sample.Judged()));
        await room.AfterAsync(Minutes(60));
        Assert.DoesNotContain(room.Store.LogOf(room.Alert.Id), entry => entry.Source?.Contains("acknowledge", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(room.Store.Clocks.Values, clock => clock.Name == OpenClock.Acknowledge);
    }

    [Fact]
    public async Task A_row_whose_clock_has_stopped_goes_away_without_a_step()
    {
        var room = new EscalationRoom();
        var alert = await room.OpenAsync(Sample.Judged());
        var left = OpenClock.AcknowledgeOf(alert);
        room.Time.Advance(Minutes(5));
        await room.AcknowledgeAsync(alert);
        await room.Store.SaveClocksAsync([left], EscalationRoom.Ct);
        var report = await room.AfterAsync(Minutes(11));
        Assert.Equal((1, 0, 0), (report.Rows, report.Steps, report.News));
        Assert.DoesNotContain(left.RowKey, room.Store.Clocks.Keys);
    }

    [Fact]
    public async Task A_second_run_does_nothing_and_two_at_once_take_a_moment_once()
    {
        var room = new EscalationRoom();
        await room.OpenAsync(Sample.Judged());
        room.Time.Advance(Minutes(8));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => room.Timer.RunAsync(EscalationRoom.Ct))));
        await room.Timer.RunAsync(EscalationRoom.Ct);
        Assert.Equal(1, room.Steps.Count(step => step == "催办"));
        Assert.Equal(1, room.Told.Count(told => !told.Recheck));
    }

    [Fact]
    public async Task A_run_that_could_not_hand_its_news_over_is_made_good_by_the_next_with_a_look_first()
    {
        var room = new EscalationRoom();
        await room.OpenAsync(Sample.Judged());
        room.Broken = true;
        await Assert.ThrowsAsync<IOException>(() => room.AfterAsync(Minutes(8)));
        Assert.Empty(room.Told);

        await room.AfterAsync(Minutes(2));
        Assert.Equal(1, room.Steps.Count(step => step == "催办"));
        Assert.True(room.Told.Single().Recheck);
        Assert.Equal(0, (await room.AfterAsync(Minutes(1))).Rows);
    }

    [Fact]
    public async Task After_an_outage_every_moment_is_logged_and_each_unit_gets_one_summary()
    {
        var room = new EscalationRoom();
        for (var n = 0; n < 20; n++)
        {
            await room.OpenAsync(Sample.Judged(
                n.ToString(CultureInfo.InvariantCulture), lead: n % 2 == 0 ? "zjj" : "csgl", body: $"第{n}处燃气味很大", placed: false, support: []));
        }

        await room.AfterAsync(TimeSpan.FromHours(6));
        Assert.Empty(room.Told);
        Assert.Equal(["cjw", "csgl", "qzfb", "wxb", "zjj"], room.Summaries.Select(summary => summary.Items[0].To!.Single()).Order(StringComparer.Ordinal));
        Assert.All(room.Summaries, summary => Assert.StartsWith("系统中断后补发", summary.Heading, StringComparison.Ordinal));
        foreach (var id in room.Store.Ids)
        {
            var sources = room.Store.LogOf(id).Where(entry => entry.Source?.StartsWith("clock:", StringComparison.Ordinal) == true).ToList();
            Assert.Equal(["acknowledge:remind", "acknowledge", "acknowledge:office", "acknowledge:repeat"], sources.Where(entry => entry.Source!.Contains("_acknowledge", StringComparison.Ordinal)).Select(entry => entry.Source!.Split('_')[2]));
            Assert.All(sources.Where(entry => entry.Source!.Contains("_acknowledge", StringComparison.Ordinal)), entry => Assert.Contains("补记", entry.Note, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Of_the_repeats_that_an_outage_of_days_swallowed_only_the_last_is_made_good()
    {
        var room = new EscalationRoom();
        await room.OpenAsync(Sample.Judged());
        await room.AfterAsync(TimeSpan.FromDays(7));
        Assert.Equal(1, room.Store.LogOf(room.Alert.Id).Count(entry => entry.Source?.EndsWith("acknowledge:repeat", StringComparison.Ordinal) == true));
        Assert.Equal(0, (await room.AfterAsync(Minutes(1))).Rows);
    }

    [Fact]
    public async Task No_recused_unit_is_reminded_or_escalated_to()
    {
        var room = new EscalationRoom();
        await room.OpenAsync(Sample.Judged(recused: ["cjw", "qzfb", "honglou"]));
        for (var minute = 0; minute < 60; minute++)
        {
            await room.AfterAsync(Minutes(1));
        }

        Assert.NotEmpty(room.Told);
        Assert.DoesNotContain(room.Told.SelectMany(told => told.News.To!), unit => unit is "cjw" or "qzfb" or "honglou");
    }

    [Fact]
    public async Task A_settle_row_brings_clocks_and_news_of_a_broken_step_to_their_end()
    {
        var room = new EscalationRoom();
        var alert = await room.OpenAsync(Sample.Judged());
        await room.AcknowledgeAsync(alert);

        // The host dies after the log entry of a 改派: no row, no clock, no news.
        var now = room.Time.GetUtcNow();
        await room.Store.SaveClocksAsync([OpenClock.SettleOf(room.Alert, now)], EscalationRoom.Ct);
        await room.Store.TryAppendAsync(
            [new AlertLogEntry(alert.Id, room.Alert.LastSequence + 1, AlertStep.Reassigned, now, "admin via api", Unit: AlertActors.Admin, To: "csgl")], EscalationRoom.Ct);

        var report = await room.AfterAsync(Minutes(3));
        Assert.Equal(1, report.Repaired);
        Assert.Equal(("csgl", AlertState.Open), (room.Alert.Unit, room.Alert.State));
        Assert.Contains(room.Told, told => told.Recheck && told.News.Reason.StartsWith("reassigned-", StringComparison.Ordinal));
        Assert.Equal(OpenClock.RowsOf(room.Alert).Select(row => row.RowKey).Order(StringComparer.Ordinal), room.Store.Clocks.Keys.Order(StringComparer.Ordinal));
    }
}
