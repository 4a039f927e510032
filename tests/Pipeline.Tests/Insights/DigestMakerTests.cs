using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Notify;

namespace SentimentWatch.Pipeline.Tests.Insights;

public sealed class DigestMakerTests
{
    private readonly FakeTimeProvider _clock = new(Samples.At(8).AddDays(1));
    private readonly List<EventLine> _events = [];

    [Fact]
    public async Task A_day_nobody_counted_yet_is_counted_on_the_spot_and_compared_with_the_day_before()
    {
        var before = Samples.Facts("B1") with { Day = Samples.Day.AddDays(-1) };
        var daily = new MemoryDaily();
        await daily.WriteHeadsAsync(
            [new DailyHead(new DailyRow(DailyRow.Everyone, before.Day) { Total = 1 }, new Dictionary<string, string>(), null)], TestContext.Current.CancellationToken);
        var digest = await Maker(daily, [Samples.Facts("A1"), Samples.Facts("A2"), Samples.Facts("A3"), before])
            .MakeAsync(Samples.Day, DigestPeriod.Day, TestContext.Current.CancellationToken);
        Assert.Equal(3, digest.Total.Count);
        Assert.Equal(1, digest.Total.Previous);
        Assert.Equal("+2", digest.Total.Change);
        Assert.Equal(6, digest.Channels.Count);
        var matter = Assert.Single(digest.Matters);
        Assert.Equal("wsr名", matter.Street);
        Assert.Equal("标题一", matter.Example);
    }

    [Fact]
    public async Task Alerts_stand_gravest_first_and_what_waits_longest_first()
    {
        var digest = await Maker(new MemoryDaily(), [], Samples.Alert("A1", level: "yellow"), Samples.Alert("A2", level: "red", acknowledged: Samples.At(9, 10)), Samples.Alert("A3", opened: Samples.At(9).AddDays(-5)))
            .MakeAsync(Samples.Day, DigestPeriod.Day, TestContext.Current.CancellationToken);
        Assert.Equal(["A2", "A1"], digest.Alerts.Select(alert => alert.Id));
        Assert.Equal(["A3", "A1"], digest.Waiting.Select(alert => alert.Id));
        Assert.Equal(new AlertCounts(2, 1, 1, 1), digest.AlertCounts);
        Assert.True(digest.Waiting[0].Overdue);
    }

    [Fact]
    public async Task Words_against_a_unit_are_not_quoted()
    {
        var digest = await Maker(new MemoryDaily(), [], Samples.Alert("A1") with { Recused = ["cgj"] }, Samples.Alert("A2"))
            .MakeAsync(Samples.Day, DigestPeriod.Day, TestContext.Current.CancellationToken);
        Assert.Equal("", digest.Alerts[0].Excerpt);
        Assert.NotEqual("", digest.Alerts[1].Excerpt);
    }

    [Fact]
    public async Task What_lapses_is_listed_by_unit_with_its_clock_and_its_card()
    {
        var late = Samples.Alert("A1", opened: Samples.At(9).AddDays(-60), acknowledged: Samples.At(9, 5)) with { Deadlines = [Samples.Reply(Samples.At(8).AddDays(-3))], Card = "red", Supervised = true };
        var digest = await Maker(new MemoryDaily(), [], late, Samples.Alert("A2", acknowledged: Samples.At(9, 5)) with { Card = "yellow" })
            .MakeAsync(Samples.Day, DigestPeriod.Week, TestContext.Current.CancellationToken);
        var unit = Assert.Single(digest.Overdue);
        Assert.Equal(("zjj名", 1, "红牌"), (unit.Unit, unit.Count, unit.Matters[0].Card));
        Assert.Equal(new DigestCards(1, 1, 1), digest.Cards);
        Assert.Equal("热线·答复，限 11-20 08:00，逾期 4 天", DigestWords.Lapsed(unit.Matters[0].Clocks[0], digest.MadeAt));
        Assert.Contains("目前 1 个单位 1 起事项逾期。在办事项中亮黄牌 1 起、红牌 1 起，督办 1 起。", DigestWords.Summary(digest), StringComparison.Ordinal);
        Assert.Contains("### zjj名（1 起）", DigestMarkdown.Render(digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_and_growing_events_stand_gravest_first_with_their_alert_and_a_link()
    {
        _events.AddRange(
        [
            Samples.Event("E20261123-00000001", "blue", Samples.At(9)),
            Samples.Event("E20261101-00000002", "orange", Samples.At(9).AddDays(-22), "growing") with { AlertId = "A1" },
            Samples.Event("E20261101-00000003", "red", Samples.At(9).AddDays(-22), "steady"),
            Samples.Event("E20261123-00000004", "red", Samples.At(9)) with { IsFalse = true },
            Samples.Event("E20261123-00000005", "yellow", Samples.At(9)) with { IsReserved = true },
        ]);
        var digest = await Maker(new MemoryDaily(), [], Samples.Alert("A1", opened: Samples.At(9).AddDays(-20), acknowledged: Samples.At(9))).MakeAsync(Samples.Day, DigestPeriod.Day, TestContext.Current.CancellationToken);
        Assert.Equal(["E20261101-00000002", "E20261123-00000005", "E20261123-00000001"], digest.Events.Select(one => one.Id));
        Assert.Equal(("升温", "A1", "已签收", "zjj名"), (digest.Events[0].State, digest.Events[0].AlertId, digest.Events[0].Alert, digest.Events[0].Unit));
        Assert.Equal("https://watch.example.org/console/events/E20261101-00000002", digest.Events[0].Link);
        Assert.DoesNotContain("标题", digest.Events[1].Title, StringComparison.Ordinal);
        var markdown = DigestMarkdown.Render(digest);
        Assert.Contains("**橙色·升温** 标题二（[E20261101-00000002](https://watch.example.org/console/events/E20261101-00000002)，zjj名，4 人经 2 个渠道反映 5 件，预警 A1 已签收）", markdown, StringComparison.Ordinal);
        Assert.Contains("未发预警", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_event_every_form_says_so()
    {
        var digest = await Maker(new MemoryDaily(), []).MakeAsync(Samples.Day, DigestPeriod.Week, TestContext.Current.CancellationToken);
        Assert.Contains(DigestWords.NoEvents, DigestMarkdown.Render(digest), StringComparison.Ordinal);
        Assert.Contains(DigestWords.NoEvents, System.Text.Encoding.UTF8.GetString(DigestCard.Render(digest, null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_beyond_the_busiest_are_summed()
    {
        var facts = Enumerable.Range(0, 20).Select(n => Samples.Facts($"A{n}", unit: $"u{n:00}")).ToArray();
        var digest = await Maker(new MemoryDaily(), facts).MakeAsync(Samples.Day, DigestPeriod.Week, TestContext.Current.CancellationToken);
        Assert.Equal(13, digest.Units.Count);
        Assert.Equal(8, digest.Units[^1].Count);
        Assert.Equal(Samples.Day.AddDays(-6), digest.From);
        Assert.Equal(14, digest.Trend.Count);
    }

    [Fact]
    public Task Tomorrow_has_no_digest() => Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        () => Maker(new MemoryDaily(), []).MakeAsync(Samples.Day.AddDays(2), DigestPeriod.Day, TestContext.Current.CancellationToken));

    private DigestMaker Maker(MemoryDaily daily, RecordFacts[] facts, params Pipeline.Alerts.Alert[] alerts)
    {
        var history = new MemoryAlerts(alerts);
        return new DigestMaker(
            new DailyCounts(daily, new MemoryFacts(facts), history, _clock),
            history,
            Samples.Overdue(history, _clock),
            new MemoryRecords(Samples.Stored("A1", title: "标题一")),
            new DigestEvents(new MemoryEvents([.. _events]), new CodeNames(), new PublicAddress(new ConfigurationBuilder().AddInMemoryCollection([new("SentimentWatch:PublicUrl", "https://watch.example.org")]).Build())),
            new CodeNames(),
            new DistrictName("某区"),
            Options.Create(new InsightsOptions()),
            _clock);
    }
}
