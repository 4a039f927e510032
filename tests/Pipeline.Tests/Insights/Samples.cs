using CsCheck;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Insights;

/// <summary>Invented records, alerts and digests; none of them about anyone.</summary>
internal static class Samples
{
    public const string Hostile = "<script>alert(1)</script> [点我](https://evil.example) **粗** =cmd|'/c calc'!A1 \u202Egnp.exe | {{DATE(2026-01-01T00:00:00Z)}}";

    public static readonly DateOnly Day = new(2026, 11, 23);

    /// <summary>One of a few values.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    public static DateTimeOffset At(int hour, int minute = 0) => new(2026, 11, 23, hour, minute, 0, TimeSpan.FromHours(8));

    public static RecordFacts Facts(
        string id, string channel = "hotline", string unit = "zjj", string sentiment = "negative", string? kind = "complaint", string? street = "wsr", bool closed = false, bool? satisfied = null) =>
        new(channel, id, Day, kind, sentiment, "城乡建设", "routine", unit, street, Replied: closed, closed, satisfied);

    public static Alert Alert(string id, string unit = "zjj", DateTimeOffset? opened = null, int limit = 30, DateTimeOffset? acknowledged = null, string level = "orange") => new()
    {
        Id = id,
        Unit = unit,
        Level = level,
        DayStart = At(4),
        Title = "某街道 燃气泄漏",
        Excerpt = Hostile,
        OpenedAt = opened ?? At(9),
        AcknowledgeBy = (opened ?? At(9)).AddMinutes(limit),
        AcknowledgedAt = acknowledged,
        State = acknowledged is null ? AlertState.Open : AlertState.Acknowledged,
        RecordCount = 2,
        Channels = ["hotline"],
    };

    /// <summary>Clocks of two laws, whose names are invented.</summary>
    public static OverdueDesk Overdue(IAlertHistory alerts, TimeProvider clock) => new(alerts, new DeadlineCalculator(
    [
        new Clock("hotline", "热线", [new ClockRule("reply", "答复", 5, "working-days", "next-working-day", "五个工作日", "某条例第一条")]),
        new Clock("opinion", "舆情", [new ClockRule("response", "回应", 48, "hours", "receipt", "两天", "某通知")]),
    ], new WorkCalendar(new CalendarFile([]))), Microsoft.Extensions.Options.Options.Create(new InsightsOptions()), clock);

    /// <summary>A running deadline of a hotline order.</summary>
    public static AlertDeadline Reply(DateTimeOffset due) => new("hotline.reply", due.AddDays(-7), due, AlertStop.Closed, []);

    public static StoredRecord Stored(string id, string body = "小区停暖两天", string? title = null, string channel = "hotline", DateTimeOffset? at = null)
    {
        var record = new CitizenRecord { Channel = channel, SourceId = id, ReceivedAt = at ?? At(8), Body = body, Title = title };
        var verdict = new Verdict(
            channel,
            id,
            new SentimentVerdict("negative", 0.9f, 0.08f, 0.02f),
            new TopicVerdict("城乡建设", 0.8f, [new TopicScore("城乡建设", 0.8f)]),
            new UrgencyVerdict("routine", 0.01f, null, []),
            new RoutingDecision("zjj", ["wsr"], "housing", "所述为供热", [], new PlaceMatch("wsr", "某小区", "estate")),
            NeedsReview: false,
            [],
            "test");
        return new StoredRecord(record, verdict, "received", null, record.ReceivedAt, record.ReceivedAt, 1);
    }

    public static Digest Digest(int alerts = 1, string text = Hostile) => new(text, DigestPeriod.Day, Day, Day, At(8).AddDays(1))
    {
        Total = new DigestCount("total", "诉求总量", 12, 9),
        Channels = [.. Channels.All.Select(code => new DigestCount(code, Channels.NameOf(code), 2, 1))],
        Sentiments = [new DigestCount("negative", "负面", 8, 8), new DigestCount("neutral", "中性", 4, 1)],
        Levels = [new DigestCount("emergency", "突发", 1, 0)],
        Topics = [new DigestCount(text, text, 12, 9)],
        Units = [new DigestCount("zjj", text, 12, 9)],
        Trend = [new DigestDay(Day, 12, 8)],
        Alerts = [.. Enumerable.Range(0, alerts).Select(n => new DigestAlert(
            $"A{n:00000000}", "red", text, text, "待签收", At(9), At(10), null, Overdue: true, 3, text))],
        Waiting = [new DigestAlert("A00000000", "red", text, text, "待签收", At(9), At(10), null, Overdue: true, 3, text)],
        AlertCounts = new AlertCounts(alerts, 0, 0, alerts),
        Overdue =
        [
            .. Enumerable.Range(0, alerts).Select(_ => new DigestOverdueUnit(
                text, 9, [new DigestOverdue("A00000000", "red", text, [new OverdueClock("hotline.reply", text, text, At(9).AddDays(-3))], "红牌", Supervised: true)])),
        ],
        Cards = new DigestCards(2, 1, 1),
        Matters = [new DigestMatter(text, text, 5, 1, 4, text)],
        Events = [.. Enumerable.Range(0, alerts).Select(n => new DigestEvent($"E20261123-{n:x8}", "yellow", text, "新发", 5, 4, 2, text, At(9), "A00000000", "待签收", $"https://watch.example/console/events/E20261123-{n:x8}"))],
        MoreEvents = 2,
    };

    public static EventLine Event(string id, string level, DateTimeOffset raised, string state = "new") =>
        new(id, "标题二", level, "zjj", ["hotline", "weibo"], raised, At(10), 5, state, null, "7 天内 4 人反映") { Voices = 4, FirstAt = raised };
}

/// <summary>Units that are called by their codes.</summary>
internal sealed class CodeNames : IUnitNames
{
    public string NameOf(string code) => code + "名";

    public string? ParentOf(string code) => null;

    public bool IsKnown(string code) => code is "zjj" or "wsr";
}

/// <summary>Records in memory.</summary>
internal sealed class MemoryRecords(params StoredRecord[] records) : IRecordQuery
{
    public Task<Page<StoredRecord>> QueryAsync(RecordFilter filter, int size, string? continuation, CancellationToken cancellationToken)
    {
        var skip = continuation is null ? 0 : int.Parse(continuation);
        var page = records.Skip(skip).Take(size).ToList();
        return Task.FromResult(new Page<StoredRecord>(page, skip + page.Count < records.Length ? $"{skip + page.Count}" : null));
    }

    public IAsyncEnumerable<StoredRecord> ReadAsync(RecordFilter filter, CancellationToken cancellationToken) => records.ToAsyncEnumerable();

    public Task<StoredRecord?> FindAsync(string channel, string sourceId, DateTimeOffset receivedAt, CancellationToken cancellationToken) =>
        Task.FromResult(records.FirstOrDefault(stored => stored.Record.Channel == channel && stored.Record.SourceId == sourceId));
}

/// <summary>Alerts in memory.</summary>
internal sealed class MemoryAlerts(params Alert[] alerts) : IAlertHistory
{
    public Task<IReadOnlyList<Alert>> OpenedAsync(DateOnly from, DateOnly to, string? unit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Alert>>([.. alerts.Where(alert => ShanghaiTime.DayOf(alert.OpenedAt) >= from && ShanghaiTime.DayOf(alert.OpenedAt) <= to && (unit is null || alert.Unit == unit))]);
}

/// <summary>Events in memory.</summary>
internal sealed class MemoryEvents(params EventLine[] events) : IEventQuery
{
    public Task<IReadOnlyList<EventLine>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<EventLine>>(events);
}

/// <summary>Facts in memory.</summary>
internal sealed class MemoryFacts(params RecordFacts[] facts) : IRecordFacts
{
    public IAsyncEnumerable<RecordFacts> FactsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        facts.Where(one => one.Day >= from && one.Day <= to).ToAsyncEnumerable();

    public Task<IReadOnlySet<DateOnly>> ChangedDaysAsync(IReadOnlyList<DateOnly> days, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<DateOnly>>(new HashSet<DateOnly>(days));
}

/// <summary>Daily rows in memory; <see cref="BeforeHeads"/> lets a test come between.</summary>
internal sealed class MemoryDaily : IDailyStore
{
    private readonly Dictionary<DateOnly, DailyHead> _heads = [];
    private DateTimeOffset? _last;
    private int _tag;

    public Dictionary<(string Unit, DateOnly Day), DailyRow> Rows { get; } = [];

    public int Writes { get; private set; }

    public Action? BeforeHeads { get; set; }

    public DailyHead? Head(DateOnly day) => _heads.GetValueOrDefault(day);

    public Task<IReadOnlyList<DailyHead>> HeadsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DailyHead>>([.. _heads.Values.Where(head => head.Row.Day >= from && head.Row.Day <= to).OrderBy(head => head.Row.Day)]);

    public IAsyncEnumerable<DailyRow> UnitsAsync(DateOnly from, DateOnly to, string? unit, CancellationToken cancellationToken) =>
        Rows.Values.Where(row => row.Day >= from && row.Day <= to && (unit is null || row.Unit == unit)).ToAsyncEnumerable();

    public Task WriteUnitsAsync(IReadOnlyList<DailyRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            Rows[(row.Unit, row.Day)] = row;
            Writes++;
        }

        return Task.CompletedTask;
    }

    public Task<bool> WriteHeadsAsync(IReadOnlyList<DailyHead> heads, CancellationToken cancellationToken)
    {
        var between = BeforeHeads;
        BeforeHeads = null;
        between?.Invoke();
        if (heads.Any(head => _heads.GetValueOrDefault(head.Row.Day)?.Tag != head.Tag))
        {
            return Task.FromResult(false);
        }

        foreach (var head in heads)
        {
            _heads[head.Row.Day] = head with { Tag = $"{++_tag}" };
            Writes++;
        }

        return Task.FromResult(true);
    }

    public Task<DateTimeOffset?> LastRunAsync(CancellationToken cancellationToken) => Task.FromResult(_last);

    public Task SetLastRunAsync(DateTimeOffset began, CancellationToken cancellationToken)
    {
        _last = began;
        return Task.CompletedTask;
    }
}

/// <summary>No day is dirty.</summary>
internal sealed class CleanDays : IDirtyDays
{
    public Task MarkAsync(IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<DirtyDay>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DirtyDay>>([]);

    public Task ClearAsync(IReadOnlyList<DirtyDay> days, CancellationToken cancellationToken) => Task.CompletedTask;
}
