using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;
using Matter = SentimentWatch.Pipeline.Alerts.Matter;

namespace SentimentWatch.Pipeline.Tests.Alerts;

public sealed class AlertDeskTests
{
    private readonly MemoryAlertStore _store = new();
    private readonly FakeTimeProvider _time = new(Sample.Noon.AddHours(1));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private AlertDesk Desk => new(_store, _store, new AlertRules(), _time, new Names());

    private Alert Only => Assert.Single(_store.Rows).Value;

    [Fact]
    public async Task An_emergency_opens_an_alert_with_level_owner_and_deadline()
    {
        Assert.Equal(1, await HandleAsync(0, Sample.Judged()));
        Assert.Equal(("zjj", "red", "open", 1), (Only.Unit, Only.Level, Only.State, Only.RecordCount));
        Assert.Equal(_time.GetUtcNow().AddMinutes(15), Only.AcknowledgeBy);
        Assert.Equal("洪楼广场 · 燃气泄漏", Only.Title);
        Assert.Equal(["发现", "派发"], _store.LogOf(Only.Id).Select(entry => entry.Step));
        Assert.Equal(OpenClock.AcknowledgeOf(Only), _store.Acknowledge);
        Assert.Equal(("opened", false), (Assert.Single(_store.Told).News.Reason, _store.Told[0].Recheck));
    }

    [Fact]
    public async Task A_second_record_joins_and_sends_no_card_unless_the_level_rises()
    {
        await HandleAsync(0, Sample.Judged("1", level: "urgent"));
        await HandleAsync(1, Sample.Judged("2", level: "urgent", channel: "weibo"), Sample.Judged("3", level: "urgent"));
        Assert.Equal(["发现", "派发", "合并"], _store.LogOf(Only.Id).Select(entry => entry.Step));
        Assert.Contains("不另发通知", _store.LogOf(Only.Id)[2].Note, StringComparison.Ordinal);
        Assert.Equal((3, "yellow"), (Only.RecordCount, Only.Level));
        Assert.Equal(["hotline", "weibo"], Only.Channels);
        Assert.Single(_store.Told);

        _time.Advance(TimeSpan.FromMinutes(10));
        await HandleAsync(2, Sample.Judged("4"));
        Assert.Equal(("red", _time.GetUtcNow().AddMinutes(15)), (Only.Level, Only.AcknowledgeBy));
        Assert.Equal("raised-red", _store.Told[1].News.Reason);
        Assert.Equal(OpenClock.AcknowledgeOf(Only), _store.Acknowledge);
    }

    [Fact]
    public async Task The_same_record_again_changes_nothing()
    {
        await HandleAsync(0, Sample.Judged());
        Assert.Equal(0, await HandleAsync(7, Sample.Judged()));
        Assert.Equal(2, _store.LogOf(Only.Id).Count);
        Assert.Single(_store.Told);
    }

    [Fact]
    public async Task A_replayed_part_says_again_what_it_opened_and_asks_for_a_look_before_sending()
    {
        await HandleAsync(0, Sample.Judged());
        Assert.Equal(1, await Desk.HandleAsync([Sample.Judged()], Sample.Part(0, replayed: true), Ct));
        Assert.Equal(("opened", true), (_store.Told[1].News.Reason, _store.Told[1].Recheck));
        Assert.Equivalent(OpenClock.RowsOf(Only), _store.Marks, strict: true);
    }

    [Fact]
    public async Task A_doubtful_emergency_is_said_to_be_doubtful_until_a_firm_one_comes()
    {
        await HandleAsync(0, Sample.Judged("1", probability: 0.2f, kind: "utility-outage"));
        Assert.Equal(("orange", true), (Only.Level, Only.Doubtful));
        await HandleAsync(1, Sample.Judged("2", probability: 0.8f, kind: "utility-outage"));
        Assert.Equal(("orange", false), (Only.Level, Only.Doubtful));
    }

    [Theory]
    [InlineData("landmark", "洪楼广场")]
    [InlineData("street", "洪家楼街道七里河路9号")]
    public async Task The_sources_address_says_where_when_the_gazetteer_knows_only_the_street(string level, string place)
    {
        await HandleAsync(0, Sample.Judged(place: new PlaceMatch("honglou", level == "street" ? "洪家楼街道" : "洪楼广场", level), address: "洪家楼街道七里河路9号"));
        Assert.Equal(place, Only.Place);
        Assert.DoesNotContain("9号", Only.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_record_calls_no_alert()
    {
        Assert.Equal(0, await HandleAsync(0, Sample.Judged(received: Sample.Noon.AddDays(-31))));
        Assert.Empty(_store.Rows);
    }

    [Fact]
    public async Task What_is_reported_after_closing_opens_the_alert_again()
    {
        await HandleAsync(0, Sample.Judged("1"));
        var id = Only.Id;
        await CloseAsync(id);
        await HandleAsync(1, Sample.Judged("2", received: Sample.Noon.AddMinutes(5)));
        Assert.Equal(AlertState.Closed, Only.State);

        await HandleAsync(2, Sample.Judged("3", received: _time.GetUtcNow().AddMinutes(20)));
        Assert.Equal((AlertState.Open, 3), (Only.State, Only.RecordCount));
        Assert.StartsWith("reopened-", _store.Told[^1].News.Reason, StringComparison.Ordinal);
        Assert.Contains(OpenClock.AcknowledgeOf(Only), _store.Clocks.Values);
    }

    [Fact]
    public async Task An_id_that_another_matter_holds_is_passed_over()
    {
        var judged = Sample.Judged();
        var key = MatterKey.Of(judged);
        var other = new Matter(key with { Where = "另一处" }, [new MatterMember(judged, new AlertGrade("red", false))]);
        await _store.TryAppendAsync(new MatterEntries(new AlertRules(), new Names(), new NoLegalClocks()).Opening(key.AlertId(0), other, Sample.Part(9), Sample.Noon), Ct);
        Assert.Equal(1, await HandleAsync(0, judged));
        Assert.Equal(key.AlertId(1), Only.Id);
    }

    [Fact]
    public async Task A_thousand_records_with_long_ids_fit_into_entries_of_a_row()
    {
        var records = Enumerable.Range(0, 1000).Select(n => Sample.Judged($"{n}-{new string('x', 100)}")).ToArray();
        await HandleAsync(0, records);
        Assert.Equal(1000, Only.RecordCount);
        Assert.All(_store.LogOf(Only.Id), entry => Assert.True((entry.Records ?? []).Sum(key => key.Length) <= 24_000));
    }

    private Task<int> HandleAsync(int part, params JudgedRecord[] records) => Desk.HandleAsync(records, Sample.Part(part), Ct);

    private async Task CloseAsync(string id)
    {
        var actions = new AlertActions(_store, _store, new Names(), _time);
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.True((await actions.ApplyAsync(id, "zjj", AlertStep.Acknowledged, "zjj via link", null, Ct)).Holds);
        Assert.True((await actions.ApplyAsync(id, "zjj", AlertStep.Handling, "zjj via link", "已到场", Ct)).Holds);
        Assert.True((await actions.ApplyAsync(id, "zjj", AlertStep.Closed, "zjj via link", null, Ct)).Holds);
    }
}
