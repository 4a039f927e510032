using SentimentWatch.Console.Data;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Tests.Support;

/// <summary>Console data in memory, so that the pages are tested without storage.</summary>
public sealed class FakeConsoleData : IConsoleData
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["rqgs"] = "历城燃气公司", ["zjj"] = "区住房和城乡建设局", ["yjj"] = "区应急管理局", ["hongjialou"] = "洪家楼街道办事处",
        ["wangsheren"] = "王舍人街道办事处", ["cgj"] = "区城市管理局", ["grgs"] = "历城热力公司", ["swj"] = "区水务局",
    };

    public List<Alert> Alerts { get; } = [];
    public List<AlertLogEntry> Log { get; } = [];
    public List<StoredRecord> Records { get; } = [];
    public List<DigestEntry> Digests { get; } = [];
    public List<(string AlertId, string Step, string By, string? Note)> Applied { get; } = [];
    public string DigestHtml { get; set; } = "<!DOCTYPE html><title>日报</title><p id=d>日报正文</p>";
    public string? Refusal { get; set; }
    public bool Fails { get; set; }

    public string DistrictName => "济南市历城区";
    public IReadOnlyList<UnitName> Units => [.. Names.Select(n => new UnitName(n.Key, n.Value))];

    public string UnitName(string code) => Names.GetValueOrDefault(code, code);

    public Task<IReadOnlyList<DayCounts>> WeekAsync(DateOnly today, string? unit, CancellationToken cancellationToken) =>
        Task.FromResult(Samples.Week(today, unit is null ? 1 : 12));

    public Task<ResultPage<Alert>> AlertsAsync(AlertFilter filter, string? continuation, CancellationToken cancellationToken)
    {
        if (Fails)
        {
            throw new InvalidOperationException("storage key AccountKey=secret is wrong");
        }

        IEnumerable<Alert> found = Alerts.Where(a =>
            (filter.State is null || a.State == filter.State)
            && (filter.Level is null || a.Level == filter.Level)
            && (filter.Unit is null || a.Unit == filter.Unit));
        return Task.FromResult(new ResultPage<Alert>([.. found], continuation is null && Alerts.Count > 50 ? "next" : null));
    }

    public Task<Alert?> AlertAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Alerts.Find(a => a.Id == id));

    public Task<IReadOnlyList<AlertLogEntry>> LogAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AlertLogEntry>>([.. Log.Where(e => e.AlertId == id)]);

    public Task<ResultPage<StoredRecord>> RecordsAsync(RecordFilter filter, string? continuation, CancellationToken cancellationToken) =>
        Task.FromResult(new ResultPage<StoredRecord>(
            [.. Records.Where(r => (filter.Channel is null || r.Record.Channel == filter.Channel)
                && (filter.Unit is null || r.Verdict.Routing.Lead == filter.Unit)
                && (filter.Level is null || r.Verdict.Urgency.Level == filter.Level)
                && (filter.Text is null || r.Record.Body.Contains(filter.Text, StringComparison.Ordinal)))],
            null));

    public Task<StoredRecord?> RecordAsync(string channel, string sourceId, DateOnly? day, CancellationToken cancellationToken) =>
        Task.FromResult(Records.Find(r => r.Record.Channel == channel && r.Record.SourceId == sourceId));

    public Task<IReadOnlyList<DigestEntry>> DigestsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DigestEntry>>(Digests);

    public Task<string?> DigestPageAsync(DigestEntry digest, CancellationToken cancellationToken) => Task.FromResult<string?>(DigestHtml);

    public Task<string?> ApplyAsync(Alert alert, string step, string by, string? note, CancellationToken cancellationToken)
    {
        if (Refusal is null)
        {
            Applied.Add((alert.Id, step, by, note));
            Log.Add(new AlertLogEntry(alert.Id, Log.Count + 1, step, alert.OpenedAt.AddMinutes(9), by, note));
            Alerts[Alerts.IndexOf(alert)] = alert with { State = AlertState.Acknowledged, AcknowledgedAt = alert.OpenedAt.AddMinutes(9) };
        }

        return Task.FromResult(Refusal);
    }
}
