using SentimentWatch.Console.Data;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Console.Tests.Support;

/// <summary>Console data in memory, so that the pages are tested without storage.</summary>
public sealed class FakeConsoleData : IConsoleData
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["rqgs"] = "历城燃气公司", ["zjj"] = "区住房和城乡建设局", ["yjj"] = "区应急管理局", ["hongjialou"] = "洪家楼街道办事处",
        ["wangsheren"] = "王舍人街道办事处", ["cgj"] = "区城市管理局", ["grgs"] = "历城热力公司", ["swj"] = "区水务局",
    };

    private static readonly Dictionary<string, string> ClockNames = new() { ["hotline.reply"] = "济南12345热线·办结答复", ["opinion.response"] = "其他政务舆情·公开回应" };

    public List<Alert> Alerts { get; } = [];
    public List<AlertLogEntry> Log { get; } = [];
    public List<StoredRecord> Records { get; } = [];
    public List<DigestKey> Digests { get; } = [];
    public List<AlertStepWish> Applied { get; } = [];
    public string DigestHtml { get; set; } = "<!DOCTYPE html><title>日报</title><p id=d>日报正文</p>";
    public bool Fails { get; set; }

    public string District => "济南市历城区";
    public IReadOnlyList<UnitName> Units => [.. Names.Select(n => new UnitName(n.Key, n.Value))];

    public string UnitName(string code) => Names.GetValueOrDefault(code, code);

    public IUnitNames Roster { get; } = new FakeRoster();

    public ClockText ClockOf(string clock) => clock switch
    {
        OpenClock.Acknowledge => new ClockText("签收", "", false),
        "hotline.reply" => new ClockText("济南12345热线·办结答复", "《济南市12345市民服务热线条例》第二十四条", true),
        _ => new ClockText("其他政务舆情·公开回应", "国办发〔2016〕61号", false),
    };

    public Task<IReadOnlyList<DayCounts>> WeekAsync(DateOnly today, string? unit, CancellationToken cancellationToken) =>
        Task.FromResult(Samples.Week(today, unit is null ? 1 : 12));

    public Task<Page<Alert>> AlertsAsync(AlertFilter filter, string? continuation, CancellationToken cancellationToken)
    {
        if (Fails)
        {
            throw new InvalidOperationException("storage key AccountKey=secret is wrong");
        }

        IEnumerable<Alert> found = Alerts.Where(a =>
            (filter.State is null || a.State == filter.State)
            && (filter.Level is null || a.Level == filter.Level)
            && (filter.Unit is null || a.Unit == filter.Unit));
        return Task.FromResult(new Page<Alert>([.. found], continuation is null && Alerts.Count > 50 ? "next" : null));
    }

    public Task<IReadOnlyList<OverdueUnit>> OverdueAsync(string? unit, CancellationToken cancellationToken) => Task.FromResult(OverdueDesk.ByUnit(
        Alerts.Where(a => unit is null || a.Unit == unit).Select(a => new OverdueMatter(
            a,
            a.MustAct,
            [.. a.Overdue(Samples.Now).Select(d => new OverdueClock(d.Clock, ClockNames.GetValueOrDefault(d.Clock, "签收"), d.Clock == "acknowledge" ? "" : "《济南市12345市民服务热线条例》第二十四条", d.DueAt))]))
            .Where(m => m.Clocks.Count > 0)));

    public Task<AlertFile?> AlertAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(Alerts.Find(a => a.Id == id) is { } alert ? new AlertFile(alert, [.. Log.Where(e => e.AlertId == id)]) : null);

    public Task<IReadOnlyList<StoredRecord>> MembersAsync(Alert alert, IEnumerable<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredRecord>>([.. Records.Where(r => keys.Contains(r.Record.Key))]);

    public Task<Page<StoredRecord>> RecordsAsync(RecordFilter filter, string? continuation, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<StoredRecord>(
            [.. Records.Where(r => (filter.Channel is null || r.Record.Channel == filter.Channel)
                && (filter.Unit is null || r.Verdict.Routing.Lead == filter.Unit)
                && (filter.Level is null || r.Verdict.Urgency.Level == filter.Level)
                && (filter.Text is null || r.Record.Body.Contains(filter.Text, StringComparison.Ordinal)))],
            null));

    public Task<StoredRecord?> RecordAsync(string channel, string sourceId, DateOnly day, CancellationToken cancellationToken) =>
        Task.FromResult(Records.Find(r => r.Record.Channel == channel && r.Record.SourceId == sourceId));

    public List<ReviewItem> Reviews { get; } = [];
    public List<ReviewWish> Decided { get; } = [];
    public ReviewAnswer Answer { get; set; } = new(ReviewOutcome.Done, "已保存复核结果。");
    public ReviewChoices ReviewChoices { get; } = new(["城乡建设", "环境保护", "other"], [("housing", "住房城乡建设"), ("environment", "生态环境"), ("other", "其他")]);

    public Task<Page<ReviewItem>> ReviewsAsync(DateOnly? day, string? continuation, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<ReviewItem>([.. Reviews.Where(r => day is null || r.Day == day)], null));

    public Task<ReviewAnswer> DecideAsync(ReviewWish wish, CancellationToken cancellationToken)
    {
        Decided.Add(wish);
        if (Answer.Outcome == ReviewOutcome.Done)
        {
            Reviews.RemoveAll(r => r.Day == wish.Day && r.Key == wish.Key);
        }

        return Task.FromResult(Answer);
    }

    public List<StoredEvent> Events { get; } = [];
    public List<EventStep> Steps { get; } = [];
    public List<EventWish> Corrected { get; } = [];
    public EventAnswer Corrects { get; set; } = new(EventOutcome.Done, "已记录，一分钟内生效。");

    public Task<IReadOnlyList<EventLine>> EventsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<EventLine>>(
    [
        .. Events.Where(e => e.MergedInto is null).Select(e =>
            new EventLine(e.Id, e.Title, e.Level, e.Lead, e.Channels, e.RaisedAt, e.LastAt, e.RecordCount, e.State, e.Predecessor, e.Why) { IsFalse = e.IsFalse, Hint = e.Hint }),
    ]);

    public List<TopicBurst> Topics { get; } = [];

    public Task<IReadOnlyList<TopicBurst>> TopicBurstsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TopicBurst>>([.. Topics.Where(burst => burst.Day >= from && burst.Day <= to)]);

    public Task<EventFile?> EventAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(Events.Find(e => e.Id == id) is { } one ? new EventFile(Events.Find(e => e.Id == one.MergedInto) ?? one, Steps) : null);

    public Task<IReadOnlyList<StoredRecord>> EventRecordsAsync(IReadOnlyList<EventMember> members, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredRecord>>([.. members.Select(m => Records.Find(r => r.Record.Key == m.Key)).OfType<StoredRecord>()]);

    public Task<EventAnswer> CorrectAsync(EventWish wish, CancellationToken cancellationToken)
    {
        Corrected.Add(wish);
        return Task.FromResult(Corrects);
    }

    public Task<IReadOnlyList<DigestKey>> DigestsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DigestKey>>(Digests);

    public Task<string?> DigestPageAsync(DigestKey digest, CancellationToken cancellationToken) => Task.FromResult<string?>(DigestHtml);

    public List<Policy> PolicyList { get; } = [];

    public IReadOnlyList<Policy> Policies => PolicyList;

    public Task<string?> PolicyReportAsync(string code, CancellationToken cancellationToken) => Task.FromResult<string?>("<!DOCTYPE html><title>政策</title><p>报告正文</p>");

    public Task<string?> PolicySheetAsync(int year, CancellationToken cancellationToken) => Task.FromResult<string?>(year <= 2026 ? "<!DOCTYPE html><title>评价表</title><p>评价正文</p>" : null);

    public Task<string?> ApplyAsync(AlertStepWish wish, CancellationToken cancellationToken)
    {
        Applied.Add(wish);
        var i = Alerts.FindIndex(a => a.Id == wish.AlertId);
        Log.Add(new AlertLogEntry(wish.AlertId, Log.Count + 1, wish.Step, Samples.Now.AddMinutes(-1), wish.By, wish.Note));
        Alerts[i] = Alerts[i] with { State = AlertState.Acknowledged, AcknowledgedAt = Samples.Now.AddMinutes(-1) };
        return Task.FromResult<string?>(null);
    }
}

/// <summary>A roster without anybody above anybody.</summary>
internal sealed class FakeRoster : IUnitNames
{
    public string NameOf(string code) => code;

    public string? ParentOf(string code) => null;

    public bool IsKnown(string code) => true;
}
