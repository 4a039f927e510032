using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Tests.Insights;

public sealed class QueryDeskTests
{
    private readonly FakeTimeProvider _clock = new(Samples.At(12));

    [Theory]
    [InlineData("from", "昨天", "'from' is not a day")]
    [InlineData("to", "1970-01-01", "'to' is not a day")]
    [InlineData("channel", "sms", "'channel' is none of")]
    [InlineData("level", "red", "'level' is none of")]
    [InlineData("status", "open' or '1' eq '1", "'status' is none of")]
    [InlineData("unit", "nobody", "There is no unit 'nobody'")]
    [InlineData("limit", "0", "'limit' is not a number from 1 to 1000")]
    [InlineData("format", "xml", "'format' is none of json, csv")]
    [InlineData("from", "2020-01-01", "span more than 366 days")]
    [InlineData("continuation", "AAAA", "'continuation' is damaged")]
    [InlineData("chanel", "hotline", "There is no filter 'chanel'")]
    public async Task A_bad_filter_is_answered_by_one_sentence(string name, string value, string sentence)
    {
        var reply = await Desk().AnswerAsync(QuerySubject.Records, Ask((name, value)), TestContext.Current.CancellationToken);
        Assert.Contains(sentence, reply.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', reply.Error!);
    }

    [Fact]
    public async Task Pages_of_alerts_cover_all_of_them_once_newest_first()
    {
        var alerts = Enumerable.Range(0, 7).Select(n => Samples.Alert($"A{n:00000000}", opened: Samples.At(9, n / 2))).ToArray();
        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var reply = await Desk(alerts).AnswerAsync(QuerySubject.Alerts, Ask(("limit", "3"), ("continuation", continuation)), TestContext.Current.CancellationToken);
            Assert.Null(reply.Error);
            using var json = JsonDocument.Parse(reply.Content);
            seen.AddRange(json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            continuation = reply.Continuation;
        }
        while (continuation is not null);
        Assert.Equal(alerts.OrderByDescending(alert => alert.OpenedAt).ThenBy(alert => alert.Id).Select(alert => alert.Id), seen);
    }

    [Fact]
    public async Task A_continuation_opens_no_other_filters()
    {
        var alerts = new[] { Samples.Alert("A00000001"), Samples.Alert("A00000002") };
        var first = await Desk(alerts).AnswerAsync(QuerySubject.Alerts, Ask(("limit", "1")), TestContext.Current.CancellationToken);
        var other = await Desk(alerts).AnswerAsync(QuerySubject.Alerts, Ask(("limit", "1"), ("unit", "zjj"), ("continuation", first.Continuation)), TestContext.Current.CancellationToken);
        Assert.Contains("belongs to other filters", other.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("waiting", 2)]
    [InlineData("overdue", 1)]
    [InlineData("acknowledged", 1)]
    public async Task Alerts_are_filtered_by_where_they_stand(string status, int count)
    {
        var reply = await Desk(
            Samples.Alert("A00000001", opened: Samples.At(9)),
            Samples.Alert("A00000002", opened: Samples.At(11, 50)),
            Samples.Alert("A00000003", acknowledged: Samples.At(9, 5)))
            .AnswerAsync(QuerySubject.Alerts, Ask(("status", status)), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(reply.Content);
        Assert.Equal(count, json.RootElement.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_alert_tells_what_falls_due_next_and_what_has_lapsed_with_its_law()
    {
        var alert = Samples.Alert("A00000001", opened: Samples.At(9).AddDays(-60), acknowledged: Samples.At(9, 5)) with
        {
            Deadlines = [Samples.Reply(Samples.At(11)), Samples.Reply(Samples.At(20)) with { Clock = "opinion.response" }],
            Card = "red",
            Supervised = true,
        };

        // Opened long before the last seven days, and still found: what is overdue has no default week.
        var reply = await Desk(alert).AnswerAsync(QuerySubject.Alerts, Ask(("status", "overdue")), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(reply.Content);
        var line = json.RootElement.GetProperty("items")[0];
        Assert.True(line.GetProperty("overdue").GetBoolean());
        Assert.Equal("opinion.response", line.GetProperty("nextClock").GetString());
        Assert.Equal(Samples.At(20), line.GetProperty("nextDueAt").GetDateTimeOffset());
        var lapsed = Assert.Single(line.GetProperty("overdueClocks").EnumerateArray());
        Assert.Equal("热线·答复", lapsed.GetProperty("name").GetString());
        Assert.Equal("某条例第一条", lapsed.GetProperty("source").GetString());

        var csv = Encoding.UTF8.GetString((await Desk(alert).AnswerAsync(QuerySubject.Alerts, Ask(("status", "overdue"), ("format", "csv")), TestContext.Current.CancellationToken)).Content);
        Assert.Contains("nextDueAt,nextClock,nextClockName,overdueClocks,card,supervised", csv, StringComparison.Ordinal);
        Assert.Contains("热线·答复@2026-11-23T11:00:00+08:00,red,true", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_share_of_clocks_met_waits_for_its_sample_and_counts_what_is_open_and_overdue()
    {
        var met = Enumerable.Range(0, 9).Select(n => Samples.Alert($"A{n}", acknowledged: Samples.At(9, 10)) with
        {
            State = Pipeline.Alerts.AlertState.Closed,
            Ended = [new Pipeline.Alerts.EndedDeadline("hotline.reply", Samples.At(18), Samples.At(10), "zjj")],
        });
        var overdue = Samples.Alert("A9", acknowledged: Samples.At(9, 10)) with { Deadlines = [Samples.Reply(Samples.At(11))] };
        var handed = Samples.Alert("B1", unit: "wsr", acknowledged: Samples.At(9, 10)) with { Deadlines = [Samples.Reply(Samples.At(20))] };
        var lines = await new ResponsivenessQuery(new MemoryAlerts([.. met, overdue, handed]), new MemoryDaily(), new CodeNames(), Options.Create(new InsightsOptions()), _clock)
            .ReadAsync(Samples.Day, Samples.Day, null, TestContext.Current.CancellationToken);
        var (wsr, zjj) = (lines[0], lines[1]);
        Assert.Equal((10, 9, 1, 0, 0.9), (zjj.ClocksDue, zjj.ClocksMet, zjj.ClocksMissed, zjj.ClocksOpen, zjj.ClocksMetRate));
        Assert.Equal((1, 1), (zjj.OpenMatters, zjj.OverdueMatters));
        Assert.Equal((1, 1, null), (wsr.ClocksDue, wsr.ClocksOpen, wsr.ClocksMetRate));
    }

    [Fact]
    public async Task Csv_of_records_starts_with_a_mark_for_Excel_and_runs_no_formula()
    {
        var reply = await Desk().AnswerAsync(QuerySubject.Records, Ask(("format", "csv")), TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], reply.Content[..3]);
        var text = Encoding.UTF8.GetString(reply.Content);
        Assert.Contains("\r\n", text, StringComparison.Ordinal);
        Assert.Contains(",\"'=cmd", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=cmd", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_waits_for_its_sample_and_open_ones_stay_in_the_denominator()
    {
        var day = Samples.Day;
        var daily = new MemoryDaily();
        await daily.WriteUnitsAsync(
            [new DailyRow("zjj", day) { Total = 40, Handling = new HandlingCounts(30, 20, 10, 8) }, new DailyRow("wsr", day) { Total = 5, Handling = new HandlingCounts(5, 5, 5, 5) }],
            TestContext.Current.CancellationToken);
        var alerts = new MemoryAlerts([.. Enumerable.Range(0, 4).Select(n => Samples.Alert($"A{n}", acknowledged: Samples.At(9, 10))), Samples.Alert("A9")]);
        var lines = await new ResponsivenessQuery(alerts, daily, new CodeNames(), Options.Create(new InsightsOptions()), _clock)
            .ReadAsync(day, day, null, TestContext.Current.CancellationToken);
        var (wsr, zjj) = (lines[0], lines[1]);
        Assert.Null(wsr.ResponseRate);
        Assert.Equal(0.75, zjj.ResponseRate);
        Assert.Equal(0.5, zjj.ResolutionRate);
        Assert.Equal(0.2, zjj.SatisfactionRate);
        Assert.Equal(0.8, zjj.InTimeRate);
        Assert.Equal(1, zjj.Overdue);
        Assert.Equal(10, zjj.MedianMinutesToAcknowledge);
    }

    private static Dictionary<string, string?> Ask(params (string Name, string? Value)[] filters) =>
        new(filters.Where(filter => filter.Value is not null).Select(filter => KeyValuePair.Create(filter.Name, filter.Value)));

    private QueryDesk Desk(params Pipeline.Alerts.Alert[] alerts)
    {
        var history = new MemoryAlerts(alerts);
        return new QueryDesk(
            new MemoryRecords(Samples.Stored("A1", body: "=cmd|'/c calc'!A1, \"再\"")),
            history,
            new NoEvents(),
            new OneBurst(),
            new ResponsivenessQuery(history, new MemoryDaily(), new CodeNames(), Options.Create(new InsightsOptions()), _clock),
            Samples.Overdue(history, _clock),
            new CodeNames(),
            _clock);
    }

    [Fact]
    public async Task Bursts_of_a_topic_are_events_of_a_kind_of_their_own()
    {
        var (json, csv) = (await Desk().AnswerAsync(QuerySubject.Events, Ask(("kind", "topic-burst"), ("level", "orange")), TestContext.Current.CancellationToken), await Desk().AnswerAsync(QuerySubject.Events, Ask(("kind", "topic-burst"), ("format", "csv")), TestContext.Current.CancellationToken));
        Assert.Contains("\"name\":\"王舍人·停水\"", Encoding.UTF8.GetString(json.Content), StringComparison.Ordinal);
        Assert.Contains("T20261124-", Encoding.UTF8.GetString(csv.Content), StringComparison.Ordinal);
        Assert.Contains("\"items\":[]", Encoding.UTF8.GetString((await Desk().AnswerAsync(QuerySubject.Events, Ask(("kind", "topic-burst"), ("level", "red")), TestContext.Current.CancellationToken)).Content), StringComparison.Ordinal);
        Assert.NotNull((await Desk().AnswerAsync(QuerySubject.Events, Ask(("kind", "other")), TestContext.Current.CancellationToken)).Error);
        Assert.NotNull((await Desk().AnswerAsync(QuerySubject.Records, Ask(("kind", "event")), TestContext.Current.CancellationToken)).Error);
        Assert.NotNull((await Desk().AnswerAsync(QuerySubject.Events, Ask(("kind", "topic-burst"), ("status", "new")), TestContext.Current.CancellationToken)).Error);
    }

    private sealed class OneBurst : ITopicDays
    {
        private static readonly DateOnly Day = new(2026, 11, 24);

        public Task<IReadOnlyList<TopicDay>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<TopicDay>>(
            [new TopicDay(Day, [], [new TopicBurst(Day, "water-cut", "wangsheren") { Name = "王舍人·停水", Level = "orange", Lead = "swj", Channels = ["hotline"] }])]);

        public Task WriteAsync(IReadOnlyList<TopicDay> days, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class NoEvents : IEventQuery
    {
        public Task<IReadOnlyList<EventLine>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<EventLine>>([]);
    }
}
