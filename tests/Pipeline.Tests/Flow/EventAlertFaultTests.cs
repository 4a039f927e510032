using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Flow;

/// <summary>Whoever sweeps, at once or again after dying anywhere: one alert, its clocks, its news.</summary>
public sealed class EventAlertFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_sweeps_at_once_open_one_alert_and_tell_it_once()
    {
        for (var round = 0; round < 50; round++)
        {
            var room = new EventRoom();
            var one = room.Event(members: EventRoom.Members(5));
            room.Stored[one.Id] = one;
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => room.SweepAsync(), Ct)));
            await EscalateAsync(room);
            Assert.Equal(2, room.Alerts.LogOf(room.Only.Id).Count);
            Assert.Equal("opened", Assert.Single(room.Alerts.Told, told => !told.Recheck).News.Reason);
            Assert.Equivalent(OpenClock.RowsOf(room.Only), room.Alerts.Clocks.Values, strict: true);
        }
    }

    [Fact]
    public async Task Dying_anywhere_loses_nothing_and_doubles_nothing()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var dies = true;
            var room = new EventRoom(_ =>
            {
                if (dies && random.Next(5) == 0)
                {
                    throw new IOException("died");
                }
            });
            await UntilDoneAsync(room, room.Event(members: EventRoom.Members(5)));
            await UntilDoneAsync(room, room.Event(level: "orange", members: EventRoom.Members(9)));
            dies = false;
            room.Time.Advance(TimeSpan.FromMinutes(3));
            await EscalateAsync(room);
            await room.SweepAsync();
            Assert.Equal(["发现", "派发", "合并"], room.Alerts.LogOf(room.Only.Id).Select(entry => entry.Step));
            Assert.Equal(("orange", 9), (room.Only.Level, room.Only.RecordCount));
            Assert.Equivalent(OpenClock.RowsOf(room.Only), room.Alerts.Clocks.Values, strict: true);
            Assert.Contains(room.Alerts.Told, told => told.News.Reason == "opened");
            Assert.Contains(room.Alerts.Told, told => told.News.Reason == "raised-orange");

            // What may have been told before is looked up first.
            Assert.All(room.Alerts.Told.GroupBy(told => told.News.Reason), same => Assert.InRange(same.Count(told => !told.Recheck), 0, 1));
            Assert.All(room.Stored[EventRoom.Id].Members, member => Assert.Equal(EventRoom.Id, room.Names[member.Key]));
        }
    }

    private static async Task UntilDoneAsync(EventRoom room, Pipeline.Events.StoredEvent change)
    {
        try
        {
            await room.SweepAsync(change);
            return;
        }
        catch (IOException)
        {
            // The row was written; the next sweep goes on from it.
        }

        for (var attempt = 0; attempt < 200; attempt++)
        {
            try
            {
                await room.SweepAsync();
                return;
            }
            catch (IOException)
            {
                continue;
            }
        }
    }

    // What the escalation timer does with a settle row.
    private static async Task EscalateAsync(EventRoom room)
    {
        var settler = new AlertSettler(room.Alerts, room.Alerts);
        foreach (var row in room.Alerts.Clocks.Values.Where(clock => clock.IsSettle).ToList())
        {
            await settler.MendAsync(row.AlertId, room.Time.GetUtcNow().AddMinutes(-10), Ct);
            await room.Alerts.RemoveClockAsync(row, Ct);
        }
    }
}
