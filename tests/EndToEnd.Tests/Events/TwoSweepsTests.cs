using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Events;

/// <summary>Instances that sweep at the same moment alert a unit once.</summary>
public sealed class TwoSweepsTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Start = TestRecords.Noon.AddDays(-1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_instances_at_once_open_one_alert_and_queue_one_card()
    {
        await using var one = await Rig.StartAsync(azurite);
        await using var two = await BesideAsync(one);
        await using var three = await BesideAsync(one);
        await Matters.AcceptAsync(one, Enumerable.Range(0, 4).SelectMany(round => Matters.SmokeAt("云溪华庭", $"r{round}", Start.AddHours(round))));
        await one.DrainAsync();
        await Task.WhenAll(new[] { one, two, three }.Select(rig => Task.Run(() => rig.Get<EventSweep>().RunAsync(Ct), Ct)));

        var found = Assert.Single(await one.Get<IEventStore>().ReadAsync(ShanghaiTime.DayOf(Start).AddDays(-40), Ct));
        var row = Assert.Single(await one.RowsAsync(StorageNames.Alerts));
        Assert.Equal((found.AlertId, found.Id, 12), (row.GetString("AlertId"), row.GetString("EventId"), row.GetInt32("RecordCount")));
        Assert.Equal(["发现", "派发"], (await one.RowsAsync(StorageNames.AlertLog)).Select(entry => entry.GetString("Step")));
        Assert.Single(await one.WaitingAsync(StorageNames.NotifyQueue), message => message.Contains("\"opened\"", StringComparison.Ordinal));

        // Whoever came second leaves it to the escalation timer to look once more.
        Assert.DoesNotContain(await one.RowsAsync(StorageNames.OpenClocks), clock => !clock.GetString("AlertId")!.Equals(found.AlertId, StringComparison.Ordinal));
    }

    private Task<Rig> BesideAsync(Rig rig) => Rig.StartAsync(azurite, services =>
    {
        services.AddSingleton(rig.Storage);
        services.AddSingleton<TimeProvider>(rig.Time);
    });
}
