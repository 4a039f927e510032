using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Picks the events that a digest tells of. What comes from a report (举报) or speaks against a unit is not quoted.</summary>
public sealed class DigestEvents(IEventQuery events, IUnitNames names, PublicAddress address)
{
    private const string Raised = "新发";
    private const string Growing = "升温";
    private const int LongestTitle = 60;

    /// <summary>Events that were raised from <paramref name="from"/> to <paramref name="to"/>, or had a record then and grow; gravest first, of many voices first.</summary>
    /// <param name="from">First day (Asia/Shanghai).</param>
    /// <param name="to">Last day, included.</param>
    /// <param name="alerts">Alerts known, for their states.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<DigestEvent>> ReadAsync(DateOnly from, DateOnly to, IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        var states = alerts.DistinctBy(alert => alert.Id).ToDictionary(alert => alert.Id, alert => alert.State, StringComparer.Ordinal);
        return
        [
            .. (await events.ReadAsync(from, to, cancellationToken))
                .Where(line => !line.IsFalse)
                .Select(line => (Line: line, State: StateOf(line, from, to)))
                .Where(pair => pair.State is not null)
                .OrderBy(pair => EventLine.RankOf(pair.Line.Level)).ThenByDescending(pair => pair.Line.Voices).ThenBy(pair => pair.Line.EventId, StringComparer.Ordinal)
                .Select(pair => Show(pair.Line, pair.State!, states)),
        ];
    }

    private static string? StateOf(EventLine line, DateOnly from, DateOnly to) =>
        ShanghaiTime.DayOf(line.RaisedAt) is var day && day >= from && day <= to ? Raised : line.State == "growing" ? Growing : null;

    private DigestEvent Show(EventLine line, string state, Dictionary<string, string> states) => new(
        line.EventId,
        line.Level,
        line.IsReserved || line.Title.Length == 0 ? "（涉及举报或需回避，内容不引用）" : PlainText.Line(line.Title, LongestTitle),
        state,
        line.RecordCount,
        line.Voices,
        line.Channels.Count,
        names.NameOf(line.Lead),
        line.LastAt,
        line.AlertId,
        line.AlertId is { } id && states.GetValueOrDefault(id) is { } alert ? AlertState.NameOf(alert) : null,
        address.LinkTo($"console/events/{line.EventId}"));
}
